package org.carme.faces.configuration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.configuration.ConfigurationChange.Kind;
import org.carme.configuration.ConfigurationPlan;
import org.carme.configuration.ConfigurationRefusedException;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.texts.ErrorTexts;

/** What a file changes, or what is wrong with it, in words. */
@RequestScoped
public class ConfigurationTexts {
    @Inject
    Texts texts;

    @Inject
    ErrorTexts errorTexts;

    @Inject
    Appearance appearance;

    String summary(ConfigurationPlan plan) {
        return texts.text(
                "configuration.summary",
                plan.count(Kind.ADDED),
                plan.count(Kind.CHANGED),
                plan.count(Kind.REMOVED),
                plan.count(Kind.UNCHANGED));
    }

    void say(ConfigurationPlan done) {
        String said = texts.text("configuration.applied", summary(done));
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(said));
    }

    List<ProblemRow> problems(ConfigurationRefusedException refused) {
        return refused.problems().stream()
                .map(problem -> new ProblemRow(
                        problem.line(), problem.object(), errorTexts.text(problem.why(), appearance.getLocale())))
                .toList();
    }
}
