package org.carme.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When a batch job is started.
 *
 * @param jitter how much later than its time it may be started, so that not everything begins at once
 * @param blackouts in local times; what is due in one of them is started once when it is over
 * @param parameters what the job is told
 */
public record Schedule(
        Cron cron,
        ZoneId zone,
        Duration jitter,
        boolean enabled,
        CatchUp catchUp,
        List<Blackout> blackouts,
        SortedMap<String, String> parameters) {

    public Schedule {
        blackouts = List.copyOf(blackouts);
        parameters = new TreeMap<>(parameters);
    }

    /**
     * When it is due next. A local time that the clocks leave out is due when they have gone on; one that they have twice
     * is due the first time.
     *
     * @return empty if it is switched off
     */
    public Optional<Instant> after(Instant time) {
        return enabled ? Optional.of(allowed(next(time))) : Optional.empty();
    }

    private Instant next(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        while (true) {
            local = cron.after(local).orElseThrow();
            Instant next = instant(local);
            if (next.isAfter(time)) {
                return next;
            }
        }
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** @return that time, or the end of the blackout that it is in */
    Instant allowed(Instant time) {
        Instant allowed = time;
        Optional<Blackout> blackout = blackout(allowed);
        while (blackout.isPresent()) {
            allowed = end(blackout.get(), allowed);
            blackout = blackout(allowed);
        }
        return allowed;
    }

    private Optional<Blackout> blackout(Instant time) {
        return blackouts.stream()
                .filter(known -> known.contains(time.atZone(zone).toLocalTime()))
                .findFirst();
    }

    private Instant end(Blackout blackout, Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        LocalDateTime today = local.toLocalDate().atTime(blackout.to());
        LocalDateTime over = today.isAfter(local) ? today : today.plusDays(1);
        Instant end = instant(over);
        // The clocks may have gone back within it.
        return end.isAfter(time)
                ? end
                : over.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** @return the next times, at most so many; none if it is switched off */
    public List<Instant> upcoming(Instant now, int most) {
        return after(now)
                .map(first -> Stream.iterate(first, time -> after(time).orElseThrow())
                        .limit(most)
                        .toList())
                .orElse(List.of());
    }

    /** @return how much later than at that time it is started; always the same for the same job and time */
    Duration delay(String job, Instant due) {
        return Duration.ofSeconds(Math.floorMod((job + due).hashCode(), (int) jitter.toSeconds() + 1));
    }

    /** @return what tells whether what was planned is still right */
    String rule() {
        return String.join("|", cron.text(), zone.getId(), Boolean.toString(enabled), Blackout.text(blackouts));
    }
}
