package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.carme.common.CarmeException;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobService;
import org.carme.texts.ErrorTexts;

/** The sentences of the home page that depend on a job or on the user. */
@RequestScoped
class HomeTexts {
    @Inject
    Texts texts;

    @Inject
    ErrorTexts errorTexts;

    @Inject
    Appearance appearance;

    @Inject
    JobService jobService;

    /** Why the job waits, in plain words; the scheduler's own word if it is a rare one. */
    String reason(JobRow job) {
        return switch (job.getState()) {
            case "QUEUED" ->
                job.getReason().isEmpty()
                        ? texts.text("reason.none")
                        : texts.textOr("reason.other", "reason." + job.getReason(), job.getReason());
            case "SUBMITTING", "STARTING", "ENDING" -> texts.text("reason.state." + job.getState());
            default -> "";
        };
    }

    String stopQuestion(JobRow job) {
        return texts.text("job.stop.question", job.getName());
    }

    String accountTrouble(String user) {
        try {
            jobService.requireClusterUser(user);
            return "";
        } catch (CarmeException trouble) {
            return errorTexts.text(trouble, appearance.getLocale());
        }
    }
}
