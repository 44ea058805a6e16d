package org.carme.batch.submit;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.carme.jobs.JobSummary;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;

/** Sends all starts that wait, then lingers a little for more: a new execution costs more than a start. */
@Named
@Dependent
public class SendStarts extends AbstractBatchlet {
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final int CLAIM = 10;

    @Inject
    Submissions submissions;

    @Inject
    SubmissionSignal signal;

    @Inject
    JobSender sender;

    private volatile boolean stopping;
    private int sent;

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
        return "SENT " + sent;
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
        boolean answers = true;
        for (JobSummary job : claimed) {
            if (answers) {
                answers = sender.send(job);
                sent++;
            } else {
                submissions.notSent(job.id());
            }
        }
        return answers;
    }
}
