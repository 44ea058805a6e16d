package org.carme.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.executions.FailureWords;
import org.carme.executions.LogLine;
import org.carme.executions.OneItem;
import org.carme.executions.StepDetails;
import org.carme.executions.StepNews;

/**
 * What a step tells administrators: how far it is, what it has dealt with, what it has left out, and lines of its own.
 * It is kept twice a second at most while the step tells something, and within seconds otherwise.
 */
@Dependent
public class StepReport {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    Reporting reporting;

    @Inject
    Clock clock;

    private final List<LogLine> lines = new ArrayList<>();
    private final List<StepNews.Skip> skips = new ArrayList<>();
    private long execution;
    private String name;
    private Optional<OneItem> only = Optional.empty();
    private long read;
    private long written;
    private long skipped;
    private long done;
    private long total;
    private boolean news;
    private Instant told = Instant.EPOCH;

    /** @return whether there is anything to do for this step */
    synchronized boolean begin() {
        execution = job.getExecutionId();
        name = step.getStepName();
        only = reporting.begin(execution, job.getJobName(), this);
        return only.isEmpty() || only.get().step().equals(name);
    }

    void end() {
        flush();
        reporting.end(execution, this);
    }

    /** The log has it too: of several steps that fail the execution names the last one. */
    void fail(RuntimeException failure) {
        String words = FailureWords.of(failure);
        say(words);
        reporting.fail(execution, name, words);
    }

    long execution() {
        return execution;
    }

    /** @return what it is to deal with alone; empty if with everything */
    public Optional<String> onlyItem() {
        return only.map(OneItem::item);
    }

    /** Hands something to the steps that follow in this run of the job: one that goes on later has to find it out anew. */
    public void handOn(Object found) {
        job.setTransientUserData(found);
    }

    /** @return what a step before this one has handed on, the last if several have */
    public <T> Optional<T> handed(Class<T> kind) {
        return Optional.ofNullable(job.getTransientUserData())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /**
     * @return what the execution that this one restarts has last remembered of this step; empty in a run of its own. An
     *     execution that was killed, rather than stopped or failed, has remembered nothing.
     */
    public Optional<String> remembered() {
        return step.getPersistentUserData() instanceof String mark ? Optional.of(mark) : Optional.empty();
    }

    /** How far it is, for a restart; the runtime keeps it when the step ends. */
    public void remember(String mark) {
        step.setPersistentUserData(mark);
    }

    /** It has so much to do in all. */
    public synchronized void outOf(long all) {
        total = all;
        tell();
    }

    /** Of all that it has to do, so much more is done. */
    public synchronized void done(long more) {
        done += more;
        tell();
    }

    public synchronized void read(long more) {
        read += more;
        tell();
    }

    public synchronized void wrote(long more) {
        written += more;
        tell();
    }

    /** A line for administrators: no secrets, no more than a person would read. */
    public synchronized void say(String words) {
        lines.add(new LogLine(clock.instant(), name, FailureWords.line(words)));
        tell();
    }

    /** It goes on without that item, which can be tried again alone. */
    public synchronized void skip(String item, RuntimeException failure) {
        skips.add(new StepNews.Skip(item, FailureWords.of(failure), clock.instant()));
        skipped++;
        tell();
    }

    private void tell() {
        news = true;
        if (told.plus(BETWEEN).isBefore(clock.instant())) {
            flush();
        }
    }

    synchronized void flush() {
        if (news) {
            StepNews all = new StepNews(
                    name,
                    new StepDetails.Counts(read, written, skipped),
                    new StepDetails.Progress(done, total),
                    List.copyOf(lines),
                    List.copyOf(skips));
            told = clock.instant();
            if (reporting.tell(execution, all)) {
                lines.clear();
                skips.clear();
                news = false;
            }
        }
    }
}
