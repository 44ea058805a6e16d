package org.carme.faces.quotas;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubjects;

/** Limits in words. */
@RequestScoped
public class QuotaTexts {
    @Inject
    Texts texts;

    @Inject
    QuotaSubjects subjects;

    @Inject
    TypeTexts types;

    private final Map<String, String> titles = new HashMap<>();

    /** Reads at once what the projects are called that these rules name. */
    public void learn(Collection<QuotaRule> rules) {
        titles.putAll(subjects.titles(rules.stream()
                .map(QuotaRule::subject)
                .filter(subject -> !titles.containsKey(subject.name()))
                .toList()));
    }

    /** @return what is limited, such as "A100 hours a month" */
    public String matter(QuotaRule rule) {
        String resource = texts.text(
                "quota.matter." + rule.resource() + (rule.acceleratorType().isPresent() ? ".type" : ""),
                rule.acceleratorType().map(types::title).orElse(""));
        return rule.period()
                .map(period -> texts.text("quota.per." + period, resource))
                .orElse(resource);
    }

    /** @return whom it limits */
    public String subject(QuotaRule rule) {
        String name = rule.subject().name();
        return texts.text("quota.subject." + rule.subject().kind(), titles.getOrDefault(name, name));
    }

    /** @return how much of the use was sent past Carme */
    String outside(double amount) {
        return texts.text("quota.outside", number(amount));
    }

    /** @return with one digit after the point at most, as the reader's language has it */
    public String number(double value) {
        return texts.text("quota.number", Math.round(value * 10) / 10.0);
    }
}
