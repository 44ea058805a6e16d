package org.carme.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.carme.quotas.QuotaPeriod.Span;

/** Wherever the site is, whatever its clocks do. Every other time is near a change of the clocks. */
class QuotaPeriodPropertiesTest {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2045-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofDays(8);
    private static final double A_MILLISECOND_IN_HOURS = 1.0 / 3_600_000;

    /** A moment at a site. */
    record Moment(ZoneId zone, Instant at) {}

    @Provide
    Arbitrary<Moment> moments() {
        Arbitrary<ZoneId> known = Arbitraries.of(
                        "Europe/Berlin", "America/Santiago", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu")
                .map(ZoneId::of);
        Arbitrary<ZoneId> any =
                Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
        return Arbitraries.oneOf(known, any)
                .flatMap(zone -> Arbitraries.oneOf(anytime(), nearChange(zone)).map(at -> new Moment(zone, at)));
    }

    private static Arbitrary<Instant> anytime() {
        return Arbitraries.longs()
                .between(FIRST.toEpochMilli(), LAST.toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    private static Arbitrary<Instant> nearChange(ZoneId zone) {
        return anytime().flatMap(about -> {
            Instant change = Optional.ofNullable(zone.getRules().nextTransition(about))
                    .map(ZoneOffsetTransition::getInstant)
                    .orElse(about);
            return Arbitraries.longs()
                    .between(-AROUND.toMillis(), AROUND.toMillis())
                    .map(change::plusMillis);
        });
    }

    @Property
    void beginsWithTheFirstMomentOfADay(@ForAll("moments") Moment moment, @ForAll QuotaPeriod period) {
        Instant from = period.at(moment.at(), moment.zone()).from();
        LocalDate first = from.atZone(moment.zone()).toLocalDate();

        assertThat(isFirst(period, first)).as("%s", first).isTrue();
        assertThat(from.minusMillis(1).atZone(moment.zone()).toLocalDate())
                .as("just before")
                .isBefore(first);
    }

    private static boolean isFirst(QuotaPeriod period, LocalDate day) {
        return switch (period) {
            case WEEK -> day.getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTH -> day.getDayOfMonth() == 1;
            case QUARTER -> day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1;
        };
    }

    @Property
    void coversEveryMomentOnce(@ForAll("moments") Moment moment, @ForAll QuotaPeriod period) {
        Span span = period.at(moment.at(), moment.zone());

        assertThat(moment.at()).isAfterOrEqualTo(span.from()).isBefore(span.to());
        for (Instant of : List.of(span.from(), span.to().minusMillis(1))) {
            assertThat(period.at(of, moment.zone())).isEqualTo(span);
        }
        assertThat(period.at(span.to(), moment.zone()).from()).isEqualTo(span.to());
        assertThat(period.before(moment.at(), moment.zone()).to()).isEqualTo(span.from());
    }

    @Property
    void dividesTheHoursOfAJobAmongItsPeriods(
            @ForAll("moments") Moment moment,
            @ForAll QuotaPeriod period,
            @ForAll @IntRange(min = 1, max = 60 * 24 * 40) int minutes) {
        QuotaDemand demand = new QuotaDemand(1, Optional.of("a100"), 4, Duration.ofMinutes(minutes));
        Instant end = moment.at().plus(demand.timeLimit());
        double sum = 0;
        for (Span span = period.at(moment.at(), moment.zone());
                span.from().isBefore(end);
                span = period.at(span.to(), moment.zone())) {
            sum += QuotaSums.hours(demand, span, moment.at());
        }

        assertThat(sum).isCloseTo(4 * minutes / 60.0, Offset.offset(A_MILLISECOND_IN_HOURS));
    }
}
