package org.carme.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.carme.agents.AgentUnreachableException;
import org.carme.agents.Route;
import org.carme.agents.RouteService;
import org.carme.agents.ServiceOrders;
import org.carme.agents.ServiceRoute;
import org.carme.entries.EntrySession;
import org.carme.gateway.upstream.Header;
import org.carme.gateway.upstream.Target;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;

/** Leads whose session is good to the service, and has a service started that waits to be opened. */
@ApplicationScoped
class ServiceAdmission {
    @Inject
    RouteService routes;

    @Inject
    JobRegistry registry;

    @Inject
    ServiceOrders orders;

    Admission admit(EntryPath path, EntrySession session) {
        Optional<Route> route = routes.find(path.jobKey());
        if (route.isEmpty()) {
            return new Admission.Refused(isComing(path.jobKey()) ? Refusal.NOT_READY : Refusal.ENDED);
        }
        ServiceRoute service = route.get().services().get(path.service());
        if (service == null || !route.get().owner().equals(session.user())) {
            return new Admission.Refused(Refusal.UNKNOWN);
        }
        if (!service.ready()) {
            return new Admission.Refused(refusal(route.get(), service));
        }
        InetSocketAddress agent =
                new InetSocketAddress(route.get().address(), route.get().port());
        return new Admission.Granted(
                session.id(),
                new Target(path.jobKey(), path.service(), agent),
                service.strip(),
                service.secret().map(secret -> new Header(secret.name(), secret.value())));
    }

    /** Who opens what starts on demand has it started. */
    private Refusal refusal(Route route, ServiceRoute service) {
        if (service.failure().isPresent()) {
            return Refusal.FAILED;
        }
        if (service.idle()) {
            try {
                orders.start(route, service.name());
            } catch (AgentUnreachableException away) {
                return Refusal.UNREACHABLE;
            }
        }
        return Refusal.NOT_READY;
    }

    private boolean isComing(String jobKey) {
        return registry.byKey(jobKey)
                .filter(job -> job.state() != JobState.ENDING && job.state() != JobState.ENDED)
                .isPresent();
    }
}
