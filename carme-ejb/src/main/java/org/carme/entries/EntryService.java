package org.carme.entries;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.agents.Route;
import org.carme.agents.RouteService;
import org.carme.agents.ServiceRoute;
import org.carme.common.Secrets;
import org.carme.jobs.JobId;
import org.carme.jobs.JobNotFoundException;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;
import org.carme.users.SessionService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the services of one's own jobs. */
@Stateless
public class EntryService {
    private static final Duration TICKET = Duration.ofSeconds(30);
    private static final Duration SESSION = Duration.ofHours(12);

    @Inject
    EntryRepository entries;

    @Inject
    JobRegistry registry;

    @Inject
    RouteService routes;

    @Inject
    SessionService sessions;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.gateway.url", defaultValue = "http://127.0.0.1:8081")
    URI gateway;

    /** @return the services of those of the jobs that are the user's, as far as their agents have reported */
    public List<EntryPoint> entryPoints(String user, List<JobSummary> jobs) {
        return jobs.stream()
                .filter(job -> job.owner().equals(user))
                .flatMap(job -> routes.find(job.key()).stream())
                .flatMap(EntryService::entryPoints)
                .toList();
    }

    /**
     * Makes a link that works once within 30 seconds.
     *
     * @param portalSession key of the session that clicked; empty for an API client
     * @throws JobNotFoundException also when the job belongs to someone else
     * @throws EntryNotFoundException if the job has no such service, or not yet
     */
    public URI ticket(String user, Optional<String> portalSession, JobId id, String service) {
        JobSummary job = registry.find(id)
                .filter(found -> found.owner().equals(user))
                .orElseThrow(() -> new JobNotFoundException(id));
        ServiceRoute route = routes.find(job.key())
                .map(Route::services)
                .map(services -> services.get(service))
                .orElseThrow(() -> new EntryNotFoundException(service));
        String ticket = Secrets.random();
        EntrySession wanted = new EntrySession(
                Secrets.hash(ticket),
                job.key(),
                user,
                portalSession.map(Secrets::hash),
                clock.instant().plus(TICKET));
        entries.add(new Ticket(wanted.id(), wanted, route.name()));
        return URI.create(gateway + "/entry/" + job.key() + "/-/open?ticket=" + ticket);
    }

    /** The same for a job named by its key. */
    public URI ticket(String user, Optional<String> portalSession, String jobKey, String service) {
        JobId id = registry.byKey(jobKey)
                .filter(job -> job.owner().equals(user))
                .map(JobSummary::id)
                .orElseThrow(() -> new EntryNotFoundException(service));
        return ticket(user, portalSession, id, service);
    }

    /** @return empty for a ticket that is unknown, spent, too old or another job's */
    public Optional<OpenedEntry> redeem(String jobKey, String secret) {
        Instant now = clock.instant();
        return entries.use(Secrets.hash(secret), jobKey, now).map(ticket -> {
            String cookie = Secrets.random();
            entries.add(new EntrySessionRow(new EntrySession(
                    Secrets.hash(cookie), jobKey, ticket.user(), ticket.portalSession(), now.plus(SESSION))));
            return new OpenedEntry(cookie, "/entry/" + jobKey + "/" + ticket.service() + "/" + opening(jobKey, ticket));
        });
    }

    /** @return the session of that cookie for that job, whether or not it has ended since */
    public Optional<EntrySession> session(String jobKey, String cookie) {
        return entries.session(Secrets.hash(cookie))
                .filter(session -> session.jobKey().equals(jobKey));
    }

    /**
     * Tells which sessions have ended: by time, or by log-out from the portal session that they came from. All together
     * cost one read.
     *
     * @return their ids
     */
    public Set<String> over(Collection<EntrySession> asked) {
        Instant now = clock.instant();
        Set<String> open = sessions.notLoggedOut(asked.stream()
                .flatMap(session -> session.portalSession().stream())
                .collect(Collectors.toSet()));
        return asked.stream()
                .filter(session -> !now.isBefore(session.expiresAt())
                        || session.portalSession()
                                .filter(key -> !open.contains(key))
                                .isPresent())
                .map(EntrySession::id)
                .collect(Collectors.toSet());
    }

    /**
     * Removes rows of expired tickets and sessions, in a transaction of its own.
     *
     * @param most of either
     * @return how many were removed; none if nothing is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int purge(int most) {
        Instant now = clock.instant();
        return entries.removeTicketsBefore(now, most) + entries.removeSessionsBefore(now, most);
    }

    private String opening(String jobKey, Ticket ticket) {
        return routes.find(jobKey)
                .map(route -> route.services().get(ticket.service()))
                .map(ServiceRoute::open)
                .orElse("");
    }

    private static Stream<EntryPoint> entryPoints(Route route) {
        return route.services().values().stream()
                .sorted(Comparator.comparing(ServiceRoute::order).thenComparing(ServiceRoute::title))
                .map(service -> new EntryPoint(
                        route.jobKey(),
                        service.name(),
                        service.title(),
                        service.icon(),
                        service.ready(),
                        service.idle(),
                        service.failure()));
    }
}
