package org.carme.agents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.carme.jobs.JobChange;
import org.carme.jobs.JobChanges;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;

/**
 * The ways to the services of running jobs, in memory: usable as soon as an agent has reported, gone as soon as the job
 * is about to end. An unknown key costs one read.
 */
@ApplicationScoped
public class RouteService {
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);
    private static final int MOST_UNKNOWN = 10_000;

    @Inject
    AgentRecords records;

    @Inject
    JobRegistry registry;

    @Inject
    JobChanges jobChanges;

    @Inject
    Clock clock;

    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final Map<String, Instant> unknown = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @PostConstruct
    void follow() {
        jobChanges.subscribe(this::jobChanged);
    }

    /** @return empty also while the job's agent has not said yet where it listens */
    public Optional<Route> find(String jobKey) {
        Route known = routes.get(jobKey);
        if (known != null) {
            return Optional.of(known);
        }
        Instant now = clock.instant();
        if (unknown.getOrDefault(jobKey, Instant.EPOCH).isAfter(now)) {
            return Optional.empty();
        }
        Optional<Route> read = records.route(jobKey).filter(this::admit);
        if (read.isEmpty()) {
            remember(jobKey, now);
        }
        return read;
    }

    /**
     * Listeners get the key of every job of which a route has changed or is gone; they are called on the changing
     * thread, must be quick and must not fail.
     */
    public void subscribe(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** An agent has said something new, here or to another instance of the portal. */
    void changed(AgentRecords.KnownRoute known) {
        String jobKey = known.jobKey();
        Optional<Route> before = Optional.ofNullable(routes.get(jobKey));
        unknown.remove(jobKey);
        if (known.route().equals(before)) {
            return;
        }
        Optional<Route> after = known.route().filter(this::admit);
        if (after.isEmpty()) {
            routes.remove(jobKey);
        }
        if (!after.equals(before)) {
            tell(jobKey);
        }
    }

    /** Asks twice, so that the end of a job just now is missed neither before nor after its route is in. */
    private boolean admit(Route route) {
        String jobKey = route.jobKey();
        if (!isOpen(jobKey)) {
            return false;
        }
        routes.put(jobKey, route);
        if (isOpen(jobKey)) {
            return true;
        }
        routes.remove(jobKey);
        return false;
    }

    private void jobChanged(JobChange change) {
        unknown.remove(change.key());
        if (!isOpen(change.state()) && routes.remove(change.key()) != null) {
            tell(change.key());
        }
    }

    private void tell(String jobKey) {
        listeners.forEach(listener -> listener.accept(jobKey));
    }

    private boolean isOpen(String jobKey) {
        return registry.byKey(jobKey).filter(job -> isOpen(job.state())).isPresent();
    }

    private static boolean isOpen(JobState state) {
        return state == JobState.STARTING || state == JobState.RUNNING;
    }

    private void remember(String jobKey, Instant now) {
        if (unknown.size() >= MOST_UNKNOWN) {
            unknown.values().removeIf(until -> !until.isAfter(now));
        }
        if (unknown.size() < MOST_UNKNOWN) {
            unknown.put(jobKey, now.plus(UNKNOWN_FOR));
        }
    }
}
