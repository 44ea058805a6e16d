package org.carme.batch.submit;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.carme.jobs.JobSummary;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;

/**
 * Sends all starts that wait, a few at the same time, then lingers a little for more: a new execution costs more than a
 * start.
 */
@Named
@Dependent
public class SendStarts extends AbstractBatchlet {
    private static final Duration LINGER = Duration.ofSeconds(5);

    /** So few that the last is on its way before anybody may take its claim for an attempt of unknown end. */
    private static final int CLAIM = 20;

    private static final int AT_A_TIME = 4;

    @Inject
    Submissions submissions;

    @Inject
    SubmissionSignal signal;

    @Inject
    JobSender sender;

    @Resource
    ManagedExecutorService executor;

    private volatile boolean stopping;
    private final AtomicInteger sent = new AtomicInteger();

    @Override
    public String process() {
        boolean draining = true;
        try {
            while (draining && !stopping) {
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

    @Override
    public void stop() {
        stopping = true;
    }

    private void drain() {
        List<JobSummary> claimed = submissions.claim(CLAIM);
        while (!claimed.isEmpty() && !stopping) {
            if (!sendAll(claimed)) {
                return;
            }
            claimed = submissions.claim(CLAIM);
        }
        claimed.forEach(job -> submissions.notSent(job.id()));
    }

    /** @return false once the scheduler is away: the rest was not tried and goes back */
    private boolean sendAll(List<JobSummary> claimed) {
        Queue<JobSummary> rest = new ConcurrentLinkedQueue<>(claimed);
        AtomicBoolean answers = new AtomicBoolean(true);
        CompletableFuture<?>[] senders = Stream.generate(() -> executor.runAsync(() -> sendEach(rest, answers)))
                .limit(Math.min(AT_A_TIME, claimed.size()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(senders).join();
        return answers.get();
    }

    private void sendEach(Queue<JobSummary> rest, AtomicBoolean answers) {
        for (JobSummary job = rest.poll(); job != null; job = rest.poll()) {
            if (!answers.get()) {
                submissions.notSent(job.id());
                continue;
            }
            if (!sender.send(job)) {
                answers.set(false);
            }
            sent.incrementAndGet();
        }
    }
}
