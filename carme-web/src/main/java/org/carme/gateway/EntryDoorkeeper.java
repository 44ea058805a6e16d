package org.carme.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carme.agents.Route;
import org.carme.agents.RouteService;
import org.carme.agents.ServiceRoute;
import org.carme.entries.EntryService;
import org.carme.entries.EntrySession;
import org.carme.gateway.upstream.Header;
import org.carme.gateway.upstream.Target;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;

/** Lets in whoever has a session for this job, as long as session, job and right exist; remembers it for 500 ms. */
@ApplicationScoped
class EntryDoorkeeper implements Doorkeeper {
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final int MOST_COOKIES = 4;
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Check> checks = new ConcurrentHashMap<>();

    @Inject
    EntryService entries;

    @Inject
    RouteService routes;

    @Inject
    JobRegistry registry;

    @Inject
    Clock clock;

    private record Check(Optional<EntrySession> session, boolean over, Instant until) {}

    @Override
    public Admission admit(EntryPath path, List<String> cookies) {
        Check check = cookies.stream()
                .limit(MOST_COOKIES)
                .map(cookie -> check(path.jobKey(), cookie))
                .filter(found -> found.session().isPresent())
                .findFirst()
                .orElse(null);
        if (check == null) {
            return new Admission.Refused(Refusal.UNKNOWN);
        }
        if (check.over()) {
            return new Admission.Refused(Refusal.SESSION_OVER);
        }
        return routes.find(path.jobKey())
                .map(route -> grant(route, path, check.session().orElseThrow()))
                .orElseGet(() -> new Admission.Refused(absence(path.jobKey())));
    }

    /** The end of a session is noticed at once where it happens, and within 500 ms elsewhere. */
    void forget() {
        checks.clear();
    }

    private Check check(String jobKey, String cookie) {
        Instant now = clock.instant();
        Check known = checks.get(jobKey + cookie);
        if (known != null && now.isBefore(known.until())) {
            return known;
        }
        Optional<EntrySession> session = entries.session(jobKey, cookie);
        Check fresh = new Check(session, session.map(entries::isOver).orElse(true), now.plus(REMEMBERED));
        if (checks.size() >= MOST_REMEMBERED) {
            checks.clear();
        }
        if (session.isPresent()) {
            checks.put(jobKey + cookie, fresh);
        }
        return fresh;
    }

    private static Admission grant(Route route, EntryPath path, EntrySession session) {
        ServiceRoute service = route.services().get(path.service());
        if (service == null || !route.owner().equals(session.user())) {
            return new Admission.Refused(Refusal.UNKNOWN);
        }
        if (!service.ready()) {
            return new Admission.Refused(Refusal.NOT_READY);
        }
        return new Admission.Granted(
                session.id(),
                new Target(route.jobKey(), service.name(), new InetSocketAddress(route.address(), route.port())),
                service.strip(),
                service.secret().map(secret -> new Header(secret.name(), secret.value())));
    }

    private Refusal absence(String jobKey) {
        boolean over = registry.byKey(jobKey)
                .map(job -> job.state() == JobState.ENDING || job.state() == JobState.ENDED)
                .orElse(true);
        return over ? Refusal.ENDED : Refusal.NOT_READY;
    }

    @Override
    public Optional<Opened> redeem(String jobKey, String ticket) {
        return entries.redeem(jobKey, ticket).map(entry -> new Opened(entry.cookie(), entry.path()));
    }

    @Override
    public Set<String> over(Collection<String> sessions) {
        return entries.over(sessions);
    }
}
