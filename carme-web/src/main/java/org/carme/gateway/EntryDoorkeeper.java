package org.carme.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.agents.RouteService;
import org.carme.common.Secrets;
import org.carme.entries.EntryService;
import org.carme.entries.EntrySession;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;

/**
 * Lets the owner of a job in while his session, his account and the job last. What the database says about a session is believed
 * for less than half a second, so that a log-out elsewhere counts here; while the database is away the last word stays,
 * for then nobody can log out either.
 */
@ApplicationScoped
class EntryDoorkeeper implements Doorkeeper {
    private static final Logger LOG = System.getLogger(EntryDoorkeeper.class.getName());
    private static final Duration BELIEVED = Duration.ofMillis(400);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_COOKIES = 4;

    private record Known(EntrySession session, boolean over, Instant asOf) {}

    @Inject
    EntryService entries;

    @Inject
    RouteService routes;

    @Inject
    DirectoryService directory;

    @Inject
    ServiceAdmission services;

    @Inject
    Clock clock;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @Override
    public Admission admit(EntryPath path, List<String> cookies) {
        List<Known> sessions = cookies.stream()
                .limit(MOST_COOKIES)
                .flatMap(cookie -> find(path.jobKey(), cookie).stream())
                .toList();
        Optional<EntrySession> open = sessions.stream()
                .filter(found -> !found.over())
                .map(Known::session)
                .findFirst();
        if (open.isPresent()) {
            return services.admit(path, open.get());
        }
        return new Admission.Refused(sessions.isEmpty() ? Refusal.UNKNOWN : Refusal.SESSION_OVER);
    }

    @Override
    public Optional<Opened> redeem(String jobKey, String ticket) {
        return entries.redeem(jobKey, ticket).map(opened -> new Opened(opened.cookie(), opened.path()));
    }

    @Override
    public Set<String> over(Collection<String> sessions) {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        known.values()
                .removeIf(entry -> entry.asOf().isBefore(forgotten)
                        && !sessions.contains(entry.session().id()));
        refresh(sessions.stream().flatMap(id -> Optional.ofNullable(known.get(id)).stream()));
        return sessions.stream().filter(this::isOver).collect(Collectors.toSet());
    }

    /** @return the entry sessions that have ended with that portal session, as far as they are in use here */
    Set<String> portalSessionEnded(String ended) {
        Optional<String> fingerprint = Optional.of(ended);
        Set<String> closed = known.values().stream()
                .map(Known::session)
                .filter(session -> session.portalSession().equals(fingerprint))
                .map(EntrySession::id)
                .collect(Collectors.toSet());
        closed.forEach(
                id -> known.computeIfPresent(id, (same, entry) -> new Known(entry.session(), true, clock.instant())));
        return closed;
    }

    private Optional<Known> find(String jobKey, String cookie) {
        String id = Secrets.hash(cookie);
        Known entry = known.get(id);
        if (entry == null) {
            entries.session(jobKey, cookie).ifPresent(session -> ask(List.of(session)));
        } else {
            refresh(Stream.of(entry));
        }
        return Optional.ofNullable(known.get(id))
                .filter(found -> found.session().jobKey().equals(jobKey));
    }

    private boolean isOver(String id) {
        Known entry = known.get(id);
        return entry == null
                || entry.over()
                || routes.find(entry.session().jobKey()).isEmpty();
    }

    private boolean isStale(Known entry) {
        return !entry.over() && entry.asOf().plus(BELIEVED).isBefore(clock.instant());
    }

    private void refresh(Stream<Known> sessions) {
        List<EntrySession> stale =
                sessions.filter(this::isStale).map(Known::session).toList();
        if (stale.isEmpty()) {
            return;
        }
        try {
            ask(stale);
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.DEBUG, "The last word on {0} sessions stays: {1}", stale.size(), databaseAway);
        }
    }

    /** Once a session is over, no answer that was on its way then opens it again. */
    private void ask(List<EntrySession> sessions) {
        Set<String> over = entries.over(sessions);
        Instant now = clock.instant();
        sessions.forEach(session -> known.merge(
                session.id(),
                new Known(session, over.contains(session.id()) || isGone(session.user()), now),
                (before, after) -> before.over() ? before : after));
    }

    /** The directory's answer may be a minute old; while it is away, who was in stays in. */
    private boolean isGone(String user) {
        try {
            return directory.find(user).isEmpty();
        } catch (DirectoryUnavailableException away) {
            return false;
        }
    }
}
