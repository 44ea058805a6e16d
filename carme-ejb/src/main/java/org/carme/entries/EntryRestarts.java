package org.carme.entries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.agents.Route;
import org.carme.agents.RouteService;
import org.carme.agents.ServiceOrders;
import org.carme.database.Retry;
import org.carme.jobs.JobId;
import org.carme.jobs.JobNotFoundException;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;

/** Restarts the services of one's own jobs. No transaction is open while an agent is asked. */
@ApplicationScoped
public class EntryRestarts {
    @Inject
    JobRegistry registry;

    @Inject
    RouteService routes;

    @Inject
    ServiceOrders orders;

    @Inject
    EntryAudit audit;

    /**
     * Ends the service with everything that it has started, and starts it again. That it was asked for is written down
     * first: an order that was taken is never missing.
     *
     * @throws JobNotFoundException also when the job belongs to someone else
     * @throws EntryNotFoundException if the job has no such service, or not yet
     * @throws org.carme.agents.AgentUnreachableException if its agent does not take the order
     */
    public void restart(String user, JobId id, String service) {
        JobSummary job = registry.find(id)
                .filter(found -> found.owner().equals(user))
                .orElseThrow(() -> new JobNotFoundException(id));
        Route route = routes.find(job.key())
                .filter(found -> found.services().containsKey(service))
                .orElseThrow(() -> new EntryNotFoundException(service));
        Retry.onConflict(() -> audit.restartRequested(job, service));
        orders.restart(route, service);
    }
}
