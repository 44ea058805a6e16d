package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Map;
import org.carme.common.InvalidRequestException;
import org.carme.faces.layout.Texts;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobId;
import org.carme.web.security.CurrentUser;

/** More time for running jobs, where the site permits it: one step at a press of the button. */
@Named
@RequestScoped
public class MoreTime {
    private static final int HOUR = 60;

    @Inject
    Extensions extensions;

    @Inject
    MyJobs jobs;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    ExternalContext external;

    private Map<JobId, Duration> offers;

    /** Extends the job whose number the page sends by the minutes that its reader has agreed to. */
    public void extend() {
        JobId id = new JobId(number("job"));
        extensions.extend(currentUser.getName(), jobs.get(id), Duration.ofMinutes(number("minutes")));
        jobs.refresh();
        offers = null;
    }

    private long number(String parameter) {
        try {
            return Integer.parseInt(external.getRequestParameterMap().getOrDefault(parameter, ""));
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request");
        }
    }

    /** @return of one step, 0 if it cannot be extended now */
    public long minutes(JobRow job) {
        if (offers == null) {
            offers = extensions.areOffered() ? extensions.offers(currentUser.getName(), jobs.active()) : Map.of();
        }
        return offers.getOrDefault(new JobId(job.getId()), Duration.ZERO).toMinutes();
    }

    public String label(JobRow job) {
        return texts.text("job.extend", step(job));
    }

    public String question(JobRow job) {
        return texts.text("job.extend.question", job.getName(), step(job));
    }

    private String step(JobRow job) {
        long minutes = minutes(job);
        return minutes % HOUR == 0 ? texts.text("time.hours", minutes / HOUR) : texts.text("time.minutes", minutes);
    }
}
