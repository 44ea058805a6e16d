package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.common.CarmeException;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.JobTexts;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.texts.ErrorTexts;

/** The sentences of the home page, and of a job's own, that depend on a job or on the user. */
@RequestScoped
public class HomeTexts {
    private static final String LOGS = "~/.local/share/carme/job-log-dir/";

    @Inject
    Texts texts;

    @Inject
    ErrorTexts errorTexts;

    @Inject
    Appearance appearance;

    @Inject
    JobService jobService;

    @Inject
    JobTexts jobTexts;

    /** @param entries by the key of their job */
    public List<JobRow> rows(Collection<JobSummary> jobs, Map<String, List<EntryRow>> entries) {
        jobTexts.learn(jobs);
        return jobs.stream()
                .map(job -> new JobRow(
                        job,
                        jobTexts.resources(job),
                        jobTexts.project(job),
                        entries.getOrDefault(job.key(), List.of())))
                .toList();
    }

    /** How many jobs are in which state. */
    public String states(List<JobRow> jobs) {
        Map<JobState, Long> counts = jobs.stream()
                .collect(Collectors.groupingBy(
                        job -> JobState.valueOf(job.getState()),
                        () -> new EnumMap<>(JobState.class),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> texts.text("state." + count.getKey()) + ": " + count.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** Why the job waits, in plain words. */
    public String reason(JobRow job) {
        return switch (job.getState()) {
            case "QUEUED" -> job.getReason().isEmpty() ? texts.text("reason.none") : jobTexts.waiting(job.getReason());
            case "SUBMITTING", "STARTING", "ENDING" -> texts.text("reason.state." + job.getState());
            default -> "";
        };
    }

    /** Why the job has failed, in plain words. */
    public String failure(JobSummary job) {
        return jobTexts.failure(job);
    }

    /** Whether it is to be stopped. */
    public String stopQuestion(JobRow job) {
        return texts.text("job.stop.question", job.getName());
    }

    /** What has happened to the service, and what its owner can do. */
    public String failure(JobRow job, EntryRow entry) {
        String why = entry.getFailure().isEmpty() ? texts.text("entry.failure.unknown") : entry.getFailure();
        String log = LOGS + job.getSlurmId() + "-" + entry.getName() + ".log";
        return texts.text("entry.failure", entry.getTitle(), why, log);
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
