package org.carme.faces.home;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.faces.layout.Texts;
import org.carme.faces.quotas.QuotaTexts;
import org.carme.jobs.StartLimits;
import org.carme.jobs.StartPreview;
import org.carme.quotas.QuotaDemand;
import org.carme.quotas.QuotaOutlook;
import org.carme.quotas.QuotaRule;
import org.carme.templates.TemplateOption;
import org.carme.web.security.CurrentUser;

/** What the choice in the start form means for the limits; they are read anew when something has changed. */
@Named
@ViewScoped
public class StartOutlook implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    StartForm form;

    @Inject
    StartPreview preview;

    @Inject
    CurrentUser currentUser;

    @Inject
    QuotaTexts quotaTexts;

    @Inject
    Texts texts;

    private transient StartLimits limits;
    private transient Answer answer;

    /** What was found last; a page asks for it several times. */
    private record Answer(Question question, List<LimitRow> rows) {}

    private record Question(TemplateOption template, QuotaDemand demand, StartLimits limits) {}

    /** Something may have changed: what was read is forgotten. */
    public void refresh() {
        limits = null;
    }

    /** @return the limits that hold for the choice, the strictest first */
    public List<LimitRow> getRows() {
        return form.template().map(this::answered).orElse(List.of());
    }

    /** @return what the start would be refused for, empty if nothing is in the way */
    public String getTrouble() {
        return getRows().stream()
                .filter(row -> !row.isEnough())
                .findFirst()
                .map(row ->
                        texts.text("start.exceeds", row.getMatter(), row.getNeeded(), row.getLeft(), row.getLimit()))
                .orElse("");
    }

    /** @return what the start takes of the strictest budget, empty if there is none */
    public String getCost() {
        return getRows().stream()
                .filter(LimitRow::isHours)
                .findFirst()
                .map(row -> texts.text("start.uses", row.getNeeded(), row.getLeft()))
                .orElse("");
    }

    private List<LimitRow> answered(TemplateOption template) {
        Question question = new Question(template, form.demand(), limits());
        if (answer == null || !answer.question().equals(question)) {
            answer = new Answer(question, rows(question));
        }
        return answer.rows();
    }

    private List<LimitRow> rows(Question question) {
        TemplateOption template = question.template();
        StartLimits present = question.limits();
        List<LimitRow> rows = new ArrayList<>();
        rows.add(new LimitRow(
                texts.text("quota.matter.JOBS"),
                texts.text("start.templateLimit", template.name()),
                template.maxJobs(),
                present.activeOf(template.name())));
        Set<QuotaRule> seen = new HashSet<>();
        List<QuotaOutlook> outlooks = present.outlook(template.project(), question.demand());
        quotaTexts.learn(
                outlooks.stream().map(outlook -> outlook.state().rule()).toList());
        for (QuotaOutlook outlook : outlooks) {
            if (seen.add(outlook.state().rule())) {
                rows.add(new LimitRow(outlook, quotaTexts));
            }
        }
        rows.sort(Comparator.comparingDouble(LimitRow::room));
        return rows;
    }

    private StartLimits limits() {
        limits = preview.limits(currentUser.getName(), Optional.ofNullable(limits));
        return limits;
    }
}
