package org.carme.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carme.cluster.ClusterUser;
import org.carme.database.Retry;
import org.carme.estimates.Estimate;
import org.carme.estimates.EstimateService;
import org.carme.quotas.QuotaExceededException;

/** A user's own jobs: start, look, stop. Nobody sees another user's job; it is "not found". */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobService {
    private static final Logger LOG = System.getLogger(JobService.class.getName());

    @Inject
    StartPreparation preparation;

    @Inject
    JobStarts starts;

    @Inject
    OwnJobs own;

    @Inject
    EstimateService estimates;

    @Inject
    StartEstimates kept;

    /**
     * Notes the start; it is sent to the scheduler in the background. No transaction is open while directory or
     * scheduler are asked.
     *
     * @throws QuotaExceededException naming limit and present use
     * @throws org.carme.maintenance.MaintenanceException while a maintenance keeps the user from starting jobs
     * @throws NoClusterAccountException if jobs cannot run as this user
     * @throws org.carme.common.InvalidRequestException for a value that the template does not offer, or more than the
     *     cluster has
     */
    public JobSummary submit(String user, StartRequest request) {
        return store(preparation.prepare(user, request), request.idempotencyKey(), job -> {});
    }

    /**
     * The same for a job that something else belongs to.
     *
     * @param besides stores that, in the transaction of the start; it is not called for a start that is repeated
     */
    public JobSummary submit(String user, StartRequest request, Consumer<JobSummary> besides) {
        return store(preparation.prepareTask(user, request), request.idempotencyKey(), besides);
    }

    private JobSummary store(PreparedStart start, Optional<String> key, Consumer<JobSummary> besides) {
        JobSummary job = Retry.onConflict(() -> starts.store(start, key, besides));
        keepEstimate(job.id(), start);
        return job;
    }

    /** How good estimates are is no part of the start, which is stored and goes on whatever happens here. */
    private void keepEstimate(JobId id, PreparedStart start) {
        try {
            Estimate estimate = estimates.estimate(start.wish());
            Retry.onConflict(() -> kept.keep(id, estimate));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The estimate of job " + id + " is not kept", e);
        }
    }

    /**
     * Tells when the job would start.
     *
     * @throws org.carme.common.CarmeException as {@link #submit} if the start would be refused
     */
    public Estimate estimate(String user, StartRequest request) {
        PreparedStart start = preparation.prepare(user, request);
        starts.require(start.person(), start.usable(), start.spec());
        return estimates.estimate(start.wish());
    }

    /**
     * Stops the job; of an ended one: nothing to do. The wish is stored first, so that it outlives an absent scheduler.
     *
     * @throws JobNotFoundException also when the job belongs to someone else
     */
    public void cancel(String user, JobId id) {
        Retry.onConflict(() -> own.requestCancel(user, id));
        own.cancelNow(id);
    }

    /** @throws JobNotFoundException also when the job belongs to someone else */
    public JobSummary get(String user, JobId id) {
        return own.get(user, id);
    }

    /** @return newest first */
    public List<JobSummary> active(String user) {
        return own.active(user);
    }

    /** @return whether and why not jobs can run as this user, thrown as {@link NoClusterAccountException} */
    public ClusterUser requireClusterUser(String user) {
        return preparation.clusterUser(user);
    }
}
