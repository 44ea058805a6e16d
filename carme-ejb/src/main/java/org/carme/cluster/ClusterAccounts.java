package org.carme.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who can have jobs run as him, asked of the scheduler's accounting and remembered for a while. */
@ApplicationScoped
public class ClusterAccounts {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final Map<ClusterUser, Answer> answers = new ConcurrentHashMap<>();

    @Inject
    Scheduler scheduler;

    @Inject
    Clock clock;

    private record Answer(boolean known, Instant until) {}

    /**
     * Whether the user's jobs can be accepted. While the scheduler's accounting is away everybody counts as known: a
     * start is only noted then, and refused later if need be.
     */
    public boolean knows(ClusterUser user) {
        return known(user).orElse(true);
    }

    /** @return whether the user's jobs can be accepted, empty while nobody can say */
    public Optional<Boolean> known(ClusterUser user) {
        Instant now = clock.instant();
        Answer answer = answers.get(user);
        if (answer != null && now.isBefore(answer.until())) {
            return Optional.of(answer.known());
        }
        if (answers.size() >= MOST) {
            answers.clear();
        }
        try {
            boolean known = scheduler.knowsUser(user);
            answers.put(user, new Answer(known, now.plus(known ? KNOWN_FOR : UNKNOWN_FOR)));
            return Optional.of(known);
        } catch (SchedulerException away) {
            return Optional.empty();
        }
    }
}
