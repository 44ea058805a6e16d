package org.carme.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.cluster.ClusterAccounts;
import org.carme.cluster.ClusterUser;
import org.carme.database.Retry;
import org.carme.quotas.QuotaExceededException;
import org.carme.templates.StartOptionsService;
import org.carme.templates.UsableTemplate;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** A user's own jobs: start, look, stop. Nobody sees another user's job; it is "not found". */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobService {
    @Inject
    DirectoryService directory;

    @Inject
    StartOptionsService templates;

    @Inject
    ClusterAccounts accounts;

    @Inject
    JobStarts starts;

    @Inject
    OwnJobs own;

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
        Person person = directory.person(user);
        ClusterUser owner = clusterUser(person);
        UsableTemplate usable = templates.usable(person, request.template(), request.project());
        JobSpec spec = StartRules.check(request, usable.template());
        StartRules.requireNodes(spec, templates.nodes(usable.template()));
        if (!accounts.knows(owner)) {
            throw NoClusterAccountException.withoutAssociation(user);
        }
        return Retry.onConflict(() -> starts.store(owner, person, usable, spec, request.idempotencyKey()));
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
        ClusterUser owner = clusterUser(directory.person(user));
        if (!accounts.knows(owner)) {
            throw NoClusterAccountException.withoutAssociation(user);
        }
        return owner;
    }

    private static ClusterUser clusterUser(Person person) {
        return person.uid()
                .flatMap(uid -> ClusterUser.of(person.name(), uid))
                .orElseThrow(() -> NoClusterAccountException.withoutUnixAccount(person.name()));
    }
}
