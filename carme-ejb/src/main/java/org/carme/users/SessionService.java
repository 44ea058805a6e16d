package org.carme.users;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.Secrets;
import org.carme.database.AfterCommit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Portal sessions as rows, so that log-out in one tab, on one instance, ends everything that hangs on them. Only a
 * user's action renews one; background traffic never does.
 */
@ApplicationScoped
public class SessionService {
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(20);
    private static final int MOST_MINUTES = 1440;
    private static final Duration KEPT = Duration.ofDays(2);

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    UserRepository users;

    @Inject
    AfterCommit afterCommit;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.session.minutes", defaultValue = "60")
    int minutes;

    @PostConstruct
    void check() {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalStateException("carme.session.minutes must be 1 to " + MOST_MINUTES);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /**
     * Listeners get the fingerprint ({@link Secrets#hash} of the key) of every session that was ended here; they must be
     * quick and must not fail.
     */
    public void subscribe(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** @return the session's key: a secret that stays on the server */
    @Transactional
    public String open(String user) {
        String key = Secrets.random();
        users.add(new PortalSession(Secrets.hash(key), user, clock.instant()));
        return key;
    }

    /** @return when the session ends unless its user acts, empty if it has ended */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Instant> endOf(String key) {
        return users.session(Secrets.hash(key))
                .map(session -> session.lastActionAt().plus(lifetime()))
                .filter(end -> end.isAfter(clock.instant()));
    }

    public boolean isOpen(String key) {
        return endOf(key).isPresent();
    }

    /**
     * Asks in one read which sessions nobody has logged out of. One that has run out for want of actions is still among
     * them for a day: what it has opened elsewhere may be in use, which the portal does not see.
     *
     * @param fingerprints hashes of the sessions' keys ({@link Secrets#hash})
     */
    public Set<String> notLoggedOut(Collection<String> fingerprints) {
        return fingerprints.isEmpty() ? Set.of() : users.sessionsAmong(fingerprints);
    }

    /** @return how many sessions are open on all instances */
    public long countOpen() {
        return users.countSessionsSince(clock.instant().minus(lifetime()));
    }

    /**
     * The user has acted.
     *
     * @return when the session ends now, empty if it has already ended
     */
    @Transactional
    public Optional<Instant> action(String key) {
        Instant now = clock.instant();
        Optional<PortalSession> open = users.session(Secrets.hash(key))
                .filter(session -> session.lastActionAt().plus(lifetime()).isAfter(now));
        open.filter(session -> session.lastActionAt().plus(WRITTEN_EVERY).isBefore(now))
                .ifPresent(session -> session.action(now));
        return open.map(session -> now.plus(lifetime()));
    }

    /**
     * Ends the session, and with it what is left of the user's sessions that have run out: nobody could log out of those
     * any more. Of an ended one: nothing to do.
     */
    @Transactional
    public void end(String key) {
        users.session(Secrets.hash(key)).ifPresent(session -> {
            users.removeSessionsOlderThan(clock.instant().minus(lifetime()), session.user());
            users.remove(session);
            AuditObject account = new AuditObject("account", session.user(), "");
            audit.record(AuditEvent.own(AuditAction.LOGOUT, session.user(), account, ""));
        });
        tellEndOf(List.of(Secrets.hash(key)));
    }

    /** @return the user's sessions that have not ended, newest first */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SessionSummary> list(String user) {
        Instant limit = clock.instant().minus(lifetime());
        return users.sessions(user).stream()
                .filter(session -> session.lastActionAt().isAfter(limit))
                .map(session -> new SessionSummary(session.startedAt(), session.lastActionAt()))
                .toList();
    }

    /**
     * Ends all sessions of somebody, and with them what they have opened, in the caller's transaction.
     *
     * @return how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int endAll(String admin, String user) {
        List<String> ended =
                users.sessions(user).stream().map(PortalSession::keyHash).toList();
        if (!ended.isEmpty()) {
            users.removeSessions(user);
            AuditObject account = new AuditObject("account", user, "");
            String detail = Integer.toString(ended.size());
            audit.record(new AuditEvent(AuditAction.SESSIONS_ENDED, admin, user, account, detail));
            tellEndOf(ended);
        }
        return ended.size();
    }

    /**
     * Ends all other sessions of somebody, and with them what they have opened, in the caller's transaction.
     *
     * @param key of the session that goes on; empty: none does
     * @return how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int endOthers(String user, Optional<String> key) {
        Optional<String> kept = key.map(Secrets::hash);
        List<PortalSession> others = users.sessions(user).stream()
                .filter(session -> !kept.equals(Optional.of(session.keyHash())))
                .toList();
        others.forEach(users::remove);
        tellEndOf(others.stream().map(PortalSession::keyHash).toList());
        return others.size();
    }

    private void tellEndOf(List<String> fingerprints) {
        afterCommit.run(() -> fingerprints.forEach(ended -> listeners.forEach(listener -> listener.accept(ended))));
    }

    /**
     * Removes rows of sessions that have long ended without log-out, in a transaction of its own.
     *
     * @return how many were removed; none if nothing is left
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int purge(int most) {
        return users.removeSessionsOlderThan(clock.instant().minus(KEPT), most);
    }

    private Duration lifetime() {
        return Duration.ofMinutes(minutes);
    }
}
