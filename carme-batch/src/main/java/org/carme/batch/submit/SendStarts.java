package org.carme.batch.submit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.carme.batch.Step;
import org.carme.executions.FailureWords;
import org.carme.jobs.JobSummary;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;

/**
 * Sends all starts that wait, a few at the same time, then lingers a little for more: a new execution costs more than a
 * start.
 */
@Named
@Dependent
public class SendStarts extends Step {
    private static final Logger LOG = System.getLogger(SendStarts.class.getName());

    private static final Duration LINGER = Duration.ofSeconds(5);

    private static final int CLAIM = 20;

    /**
     * A claim that has waited longer goes back: the attempt, with the longest time that an answer may take, must end
     * before anybody may take it for one of unknown end.
     */
    private static final Duration SEND_WITHIN = Submissions.UNCERTAIN_FOR.dividedBy(2);

    private static final int AT_A_TIME = 4;

    @Inject
    Submissions submissions;

    @Inject
    SubmissionSignal signal;

    @Inject
    JobSender sender;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    private final AtomicInteger sent = new AtomicInteger();

    @Override
    protected String work() {
        boolean draining = true;
        try {
            while (draining && !isStopped()) {
                drain();
                draining = signal.awaitMore(LINGER);
            }
        } finally {
            if (draining) {
                signal.drained();
            }
        }
        return "SENT " + sent.get();
    }

    private void drain() {
        boolean more = true;
        while (more && !isStopped()) {
            signal.goesOn();
            Instant deadline = clock.instant().plus(SEND_WITHIN);
            List<JobSummary> claimed = submissions.claim(CLAIM);
            more = !claimed.isEmpty() && sendAll(claimed, deadline);
        }
    }

    /** @return false once the scheduler is away: the rest was not tried and goes back */
    private boolean sendAll(List<JobSummary> claimed, Instant deadline) {
        Queue<JobSummary> rest = new ConcurrentLinkedQueue<>(claimed);
        Map<JobSummary, RuntimeException> failed = new ConcurrentHashMap<>();
        AtomicBoolean answers = new AtomicBoolean(true);
        CompletableFuture<?>[] senders = Stream.generate(
                        () -> executor.runAsync(() -> sendEach(rest, deadline, answers, failed)))
                .limit(Math.min(AT_A_TIME, claimed.size()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(senders).join();
        failed.forEach(this::leave);
        return answers.get();
    }

    /** It may have arrived, as one whose answer was lost: reconciling finds that out, and nobody has to. */
    private void leave(JobSummary job, RuntimeException failure) {
        LOG.log(Level.WARNING, "Start " + job.id() + " is left to reconciling", failure);
        report.say("Start " + job.id().value() + " is left to reconciling: " + FailureWords.of(failure));
    }

    private void sendEach(
            Queue<JobSummary> rest, Instant deadline, AtomicBoolean answers, Map<JobSummary, RuntimeException> failed) {
        for (JobSummary job = rest.poll(); job != null; job = rest.poll()) {
            if (!answers.get() || isStopped() || clock.instant().isAfter(deadline)) {
                submissions.notSent(job.id());
                continue;
            }
            try {
                if (!sender.send(job)) {
                    answers.set(false);
                }
                sent.incrementAndGet();
                report.wrote(1);
            } catch (RuntimeException e) {
                failed.put(job, e);
            }
        }
    }
}
