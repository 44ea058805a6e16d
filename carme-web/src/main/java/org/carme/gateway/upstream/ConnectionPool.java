package org.carme.gateway.upstream;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps connections to services for the next exchange; the one used last goes out first, so that the others can go. */
public final class ConnectionPool {
    private static final Logger LOG = System.getLogger(ConnectionPool.class.getName());
    private static final int MOST_IDLE = 32;
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private record Idle(UpstreamConnection connection, Instant since) {}

    private final Dialer dialer;
    private final Clock clock;
    private final Map<Target, Deque<Idle>> idle = new HashMap<>();

    public ConnectionPool(Dialer dialer, Clock clock) {
        this.dialer = dialer;
        this.clock = clock;
    }

    /** @return a new connection or one that has served before and may have been closed by the service since */
    public UpstreamConnection lease(Target target) throws IOException {
        UpstreamConnection known = poll(target);
        return known == null ? dial(target) : known;
    }

    /** The same for an exchange that cannot be repeated: the connection is open as far as can be known. */
    public UpstreamConnection leaseOpen(Target target) throws IOException {
        for (UpstreamConnection known = poll(target); known != null; known = poll(target)) {
            if (!known.isStale()) {
                return known;
            }
            close(known);
        }
        return dial(target);
    }

    /** @return never used before */
    public UpstreamConnection dial(Target target) throws IOException {
        return new UpstreamConnection(target, dialer.dial(target));
    }

    /** Takes a connection back after an exchange and closes it unless it can serve another one. */
    public void release(UpstreamConnection connection, ResponseHead head, ResponseBody body) {
        if (!connection.isReusableAfter(head, body) || !keep(connection)) {
            close(connection);
        }
    }

    /** Closes a connection whose state is not known. */
    public static void close(UpstreamConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection to {0} did not close: {1}", connection.target(), e);
        }
    }

    /** Closes what has not been used for a while. */
    public void closeIdle() {
        Instant limit = clock.instant().minus(LONGEST_IDLE);
        remove(entry -> entry.since().isBefore(limit)).forEach(ConnectionPool::close);
    }

    /** Closes everything that leads to this job. */
    public void forget(String jobKey) {
        remove(entry -> entry.connection().target().jobKey().equals(jobKey)).forEach(ConnectionPool::close);
    }

    /** Closes everything. */
    public void closeAll() {
        remove(entry -> true).forEach(ConnectionPool::close);
    }

    private synchronized UpstreamConnection poll(Target target) {
        Deque<Idle> known = idle.get(target);
        Idle last = known == null ? null : known.pollLast();
        return last == null ? null : last.connection();
    }

    private synchronized boolean keep(UpstreamConnection connection) {
        Deque<Idle> known = idle.computeIfAbsent(connection.target(), target -> new ArrayDeque<>());
        if (known.size() == MOST_IDLE) {
            return false;
        }
        known.addLast(new Idle(connection, clock.instant()));
        return true;
    }

    private synchronized List<UpstreamConnection> remove(Predicate<Idle> condition) {
        List<UpstreamConnection> removed = new ArrayList<>();
        for (Deque<Idle> known : idle.values()) {
            known.removeIf(entry -> condition.test(entry) && removed.add(entry.connection()));
        }
        idle.values().removeIf(Deque::isEmpty);
        return removed;
    }
}
