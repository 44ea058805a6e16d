package org.carme.faces.canary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.canary.CanaryService;
import org.carme.canary.Stage;
import org.carme.faces.layout.Texts;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/self-test.xhtml}. */
@Named
@RequestScoped
public class SelfTestView {
    @Inject
    CanaryService canary;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private List<SelfTestRow> rows;
    private boolean begun;

    @PostConstruct
    void look() {
        rows = canary.newest(currentUser.getName()).stream()
                .map(result -> new SelfTestRow(result, texts))
                .toList();
    }

    public boolean isOn() {
        return canary.isOn();
    }

    /** @return newest first */
    public List<SelfTestRow> getRows() {
        return rows;
    }

    /** @return null if there was none */
    public SelfTestRow getLast() {
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** @return whether the page has to look again soon */
    public boolean isRunning() {
        return begun || (!rows.isEmpty() && rows.get(0).isRunning());
    }

    public Stage[] getStages() {
        return Stage.values();
    }

    /** @return null if there is nothing to draw */
    public Trend getTrend() {
        Trend trend = Trend.of(rows);
        return trend.bars().isEmpty() ? null : trend;
    }

    /** @return what the trend's full height stands for */
    public String getMost() {
        return texts.text("system.seconds", getTrend().seconds());
    }

    public void start() {
        canary.start(currentUser.getName());
        begun = true;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text("selftest.begins")));
    }
}
