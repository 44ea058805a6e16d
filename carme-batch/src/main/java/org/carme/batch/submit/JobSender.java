package org.carme.batch.submit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.jobs.JobSummary;
import org.carme.jobs.Submissions;
import org.carme.templates.StartOptionsService;
import org.carme.templates.Template;

/** Sends one start and records what came of it. */
@ApplicationScoped
class JobSender {
    private static final Logger LOG = System.getLogger(JobSender.class.getName());

    @Inject
    StartOptionsService templates;

    @Inject
    JobRequests requests;

    @Inject
    Scheduler scheduler;

    @Inject
    Submissions submissions;

    /** @return false if the scheduler is away, so that trying the next one is pointless */
    boolean send(JobSummary job) {
        Optional<Template> template = templates.template(job.template());
        if (template.isEmpty()) {
            submissions.refused(job.id(), "The template " + job.template() + " no longer exists");
            return true;
        }
        try {
            submissions.registered(
                    job.id(), scheduler.submit(job.clusterUser(), requests.request(job, template.get())));
            return true;
        } catch (SchedulerException e) {
            return recordFailure(job, e);
        }
    }

    private boolean recordFailure(JobSummary job, SchedulerException failure) {
        return switch (failure.kind()) {
            case REFUSED, NOT_PERMITTED -> {
                submissions.refused(job.id(), failure.getMessage());
                yield true;
            }
            case UNREACHABLE, BAD_TOKEN -> {
                recordSilence(job, failure);
                yield false;
            }
        };
    }

    private void recordSilence(JobSummary job, SchedulerException failure) {
        if (failure.mayHaveArrived()) {
            // it stays uncertain: only a look at the scheduler's jobs can tell
            LOG.log(Level.WARNING, "Start {0} may not have arrived: {1}", job.id(), failure.getMessage());
        } else {
            submissions.notSent(job.id());
        }
    }
}
