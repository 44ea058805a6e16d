package org.carme.utilisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.carme.cluster.QueueStatus;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;

/** What was in use and what will be, for everybody who is logged in. */
@ApplicationScoped
public class UtilisationService {
    /** Two years. */
    static final int MOST_HOURS = 17_520;

    /** More than fit beside each other on a screen. */
    private static final int MOST_POINTS = 200;

    private static final List<Duration> STEPS = Stream.of(1, 2, 5, 10, 30, 60, 120, 240, 720, 1440, 2880, 10_080)
            .map(Duration::ofMinutes)
            .toList();

    /** Of each portal; pages ask for four. */
    private static final int MOST_PICTURES = 16;

    private final Map<Integer, Series> pictures = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Inject
    Samples samples;

    @Inject
    Snapshot snapshot;

    @Inject
    QueueStatus queue;

    @Inject
    Clock clock;

    /** Listeners are called when there is a new sample. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    void sample() {
        boolean taken = Retry.onConflict(samples::take);
        pictures.clear();
        if (taken) {
            listeners.forEach(Runnable::run);
        }
    }

    /**
     * The past, in steps of which at most 200 fit into it. It is read again after the next sample, or a minute: every
     * open page asks.
     *
     * @throws InvalidRequestException unless it is an hour to two years
     */
    public Series past(int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new InvalidRequestException("invalid-request.range", "hours", 1, MOST_HOURS);
        }
        Instant now = clock.instant();
        if (pictures.size() >= MOST_PICTURES && !pictures.containsKey(hours)) {
            return read(hours, now);
        }
        return pictures.compute(
                hours,
                (length, known) ->
                        known != null && known.to().plus(Samples.MINUTE).isAfter(now) ? known : read(length, now));
    }

    private Series read(int hours, Instant now) {
        Duration length = Duration.ofHours(hours);
        Duration step = STEPS.stream()
                .filter(one -> length.dividedBy(one) <= MOST_POINTS)
                .findFirst()
                .orElseThrow();
        Instant from = Samples.begin(now.minus(length), step);
        return new Series(from, now, step, types(samples.read(from, now, step)));
    }

    private static List<TypeSeries> types(Map<String, List<Point>> points) {
        return points.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Snapshot.ORDER))
                .map(type -> new TypeSeries(type.getKey(), type.getValue()))
                .toList();
    }

    /** @return the coming day by the limits of what runs and the scheduler's plan for what waits; empty if it is away */
    public Series forecast() {
        Instant now = clock.instant();
        List<TypeSeries> types =
                snapshot.isQueueKnown() ? Forecast.of(snapshot.loads(), queue.picture(), now) : List.of();
        return new Series(now, now.plus(Forecast.LENGTH), Forecast.STEP, types);
    }
}
