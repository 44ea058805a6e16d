package org.carme.faces.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carme.faces.history.EndedRow;
import org.carme.faces.home.EntryRow;
import org.carme.faces.home.HomeTexts;
import org.carme.faces.home.JobRow;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** What stands in the head of a job's page. */
public class JobFacts {
    private static final int MINUTES = 60;

    private final JobSummary job;
    private final JobRow row;
    private final HomeTexts texts;

    JobFacts(JobSummary job, HomeTexts texts, List<EntryRow> entries) {
        this.job = job;
        this.row = texts.rows(List.of(job), Map.of(job.key(), entries)).get(0);
        this.texts = texts;
    }

    /** @return the same as a row of the home page */
    public JobRow getRow() {
        return row;
    }

    public String getOwner() {
        return job.owner();
    }

    public String getTemplate() {
        return job.template();
    }

    public boolean isActive() {
        return job.endedAt().isEmpty();
    }

    /** @return the key of the text that says how it stands or how it ended */
    public String getStateKey() {
        return job.outcome().map(outcome -> "outcome." + outcome).orElse("state." + job.state());
    }

    public String getTone() {
        return job.outcome().map(EndedRow::tone).orElseGet(row::getTone);
    }

    public String getIcon() {
        return job.outcome().map(EndedRow::icon).orElseGet(row::getIcon);
    }

    /** @return why it waits, or why it has failed; empty if there is nothing to say */
    public String getReason() {
        return isActive() ? texts.reason(row) : texts.failure(job);
    }

    public String failure(EntryRow entry) {
        return texts.failure(row, entry);
    }

    public String getStopQuestion() {
        return texts.stopQuestion(row);
    }

    /** @return what is copied to its nodes, one thing a line */
    public String getStageIn() {
        return job.data().lines();
    }

    /** @return where its results go, empty for nowhere */
    public String getStageOut() {
        return job.data().stageOut().orElse("");
    }

    /** @return whether the job ends and is to bring something back */
    public boolean isSendingResults() {
        return job.state() == JobState.ENDING && job.data().stageOut().isPresent();
    }

    public String getLimit() {
        return hours(job.timeLimit());
    }

    /** @return hours and minutes, empty for a job that has not run or runs on */
    public String getRan() {
        return job.startedAt()
                .flatMap(started -> job.endedAt().map(ended -> Duration.between(started, ended)))
                .map(JobFacts::hours)
                .orElse("");
    }

    private static String hours(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d h", duration.toHours(), duration.toMinutes() % MINUTES);
    }

    public long getSubmitted() {
        return job.submittedAt().toEpochMilli();
    }

    public long getEnded() {
        return millis(job.endedAt());
    }

    private static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }
}
