package org.carme.faces.quotas;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.quotas.QuotaService;
import org.carme.quotas.QuotaState;
import org.carme.web.security.CurrentUser;

/** Backs {@code quota.xhtml} and, for somebody else, {@code admin/quota-of.xhtml}. */
@Named
@RequestScoped
public class QuotaView {
    @Inject
    QuotaService quotas;

    @Inject
    CurrentUser currentUser;

    @Inject
    QuotaTexts texts;

    private List<QuotaStateRow> rows = List.of();
    private String user;

    public void load() {
        show(quotas.mine(currentUser.getName()));
    }

    /** Of the user who is asked for; nothing as long as none is. */
    public void loadOther() {
        if (user != null && !user.isBlank()) {
            show(quotas.of(currentUser.getName(), user.strip()));
        }
    }

    private void show(List<QuotaState> states) {
        texts.learn(states.stream().map(QuotaState::rule).toList());
        rows = states.stream().map(state -> new QuotaStateRow(state, texts)).toList();
    }

    public List<QuotaStateRow> getRows() {
        return rows;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }
}
