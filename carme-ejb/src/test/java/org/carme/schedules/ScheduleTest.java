package org.carme.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** When jobs are due, also where the clocks change. */
class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN_OF_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isDueAtTheLocalTimeInSummerAndWinter() {
        Schedule nightly = schedule("20 3 * * *", BERLIN, "");

        assertThat(nightly.after(Instant.parse("2026-07-01T12:00:00Z")))
                .contains(Instant.parse("2026-07-02T01:20:00Z"));
        assertThat(nightly.after(Instant.parse("2026-12-01T12:00:00Z")))
                .contains(Instant.parse("2026-12-02T02:20:00Z"));
    }

    @Test
    void isDueOnceAtTheEndOfTheGap() {
        Schedule inTheGap = schedule("*/20 2 * * *", BERLIN, "");

        assertThat(inTheGap.upcoming(Instant.parse("2026-03-29T00:00:00Z"), 2))
                .as("2:00, 2:20 and 2:40 do not exist that night")
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));
    }

    @Test
    void isDueOnceInTheOverlap() {
        Schedule twice = schedule("30 2 * * *", BERLIN, "");

        assertThat(twice.upcoming(Instant.parse("2026-10-24T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
        assertThat(twice.after(Instant.parse("2026-10-25T01:10:00Z")))
                .as("asked between the two")
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    /** Whatever the zone: between two changes nothing is special, at each change one time of each day is due once. */
    @Property(tries = 50)
    void isDueOnceADayInEveryZone(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute) {
        Schedule daily = schedule(minute + " " + hour + " * * *", zone, "");
        LocalDateTime first = LocalDateTime.ofInstant(BEGIN_OF_YEAR, zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(hour, minute);

        List<Instant> due = daily.upcoming(first.minusMinutes(1).atZone(zone).toInstant(), 365);

        assertThat(due).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
        for (int day = 0; day < due.size(); day++) {
            LocalDateTime wanted = first.plusDays(day);
            ZoneOffsetTransition change = zone.getRules().getTransition(wanted);
            Instant expected = change != null && change.isGap()
                    ? change.getInstant()
                    : wanted.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            assertThat(due.get(day)).isEqualTo(expected);
        }
    }

    @Property(tries = 50)
    void isNeverDueInABlackout(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 23) int from,
            @ForAll @IntRange(max = 23) int to,
            @ForAll @IntRange(max = 8759) int hour) {
        String blackout = String.format("%02d:00-%02d:30", from, to);
        Schedule often = schedule("*/7 * * * *", zone, blackout);

        List<Instant> due = often.upcoming(BEGIN_OF_YEAR.plus(Duration.ofHours(hour)), 40);

        assertThat(due).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
        assertThat(due)
                .allSatisfy(time -> assertThat(often.blackouts()
                                .get(0)
                                .contains(time.atZone(zone).toLocalTime()))
                        .isFalse());
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/St_Johns",
                        "Australia/Lord_Howe",
                        "Asia/Kolkata",
                        "Africa/Casablanca",
                        "America/Santiago",
                        "Pacific/Chatham",
                        "Africa/Cairo",
                        "UTC")
                .map(ZoneId::of);
    }

    @Test
    void waitsOnceForTheEndOfABlackout() {
        Schedule often = schedule("*/30 * * * *", BERLIN, "08:00-18:00, 17:30-18:15");

        assertThat(often.upcoming(Instant.parse("2026-12-01T06:20:00Z"), 4))
                .containsExactly(
                        Instant.parse("2026-12-01T06:30:00Z"),
                        Instant.parse("2026-12-01T17:15:00Z"),
                        Instant.parse("2026-12-01T17:30:00Z"),
                        Instant.parse("2026-12-01T18:00:00Z"));
    }

    @Test
    void isNeverDueWhileItIsSwitchedOff() {
        Schedule on = schedule("20 3 * * *", BERLIN, "");
        Schedule off =
                new Schedule(on.cron(), on.zone(), on.jitter(), false, on.catchUp(), on.blackouts(), on.parameters());

        assertThat(off.after(BEGIN_OF_YEAR)).isEmpty();
        assertThat(off.upcoming(BEGIN_OF_YEAR, 5)).isEmpty();
    }

    @Test
    void delaysWithinItsJitterAndAlwaysTheSame() {
        Schedule jittered = new Schedule(
                Cron.of("0 3 * * *"), BERLIN, Duration.ofMinutes(10), true, CatchUp.ONCE, List.of(), new TreeMap<>());

        List<Duration> delays = jittered.upcoming(BEGIN_OF_YEAR, 50).stream()
                .map(due -> jittered.delay("clean-up", due))
                .toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(Duration.ZERO, Duration.ofMinutes(10)));
        assertThat(delays.stream().distinct().count()).isGreaterThan(10);
        assertThat(jittered.delay("clean-up", BEGIN_OF_YEAR)).isEqualTo(jittered.delay("clean-up", BEGIN_OF_YEAR));
    }

    @Test
    void endsABlackoutOverMidnightTheNextDay() {
        Blackout night = Blackout.parse("22:00-02:00").get(0);

        assertThat(night.contains(LocalTime.of(23, 0))).isTrue();
        assertThat(night.contains(LocalTime.of(1, 59))).isTrue();
        assertThat(night.contains(LocalTime.of(2, 0))).isFalse();
    }

    static Schedule schedule(String cron, ZoneId zone, String blackouts) {
        return new Schedule(
                Cron.of(cron), zone, Duration.ZERO, true, CatchUp.ONCE, Blackout.parse(blackouts), new TreeMap<>());
    }
}
