package org.carme.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.carme.quotas.QuotaPeriod.Span;
import org.junit.jupiter.api.Test;

class QuotaPeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void beginsAtMidnightOfTheSite() {
        assertThat(QuotaPeriod.MONTH.at(Instant.parse("2026-01-31T23:00:00Z"), BERLIN))
                .isEqualTo(span("2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z"));
        assertThat(QuotaPeriod.MONTH.at(Instant.parse("2026-01-31T22:59:59.999Z"), BERLIN))
                .isEqualTo(span("2025-12-31T23:00:00Z", "2026-01-31T23:00:00Z"));
    }

    @Test
    void followsTheClocksOfTheSite() {
        assertThat(QuotaPeriod.WEEK.at(Instant.parse("2026-10-25T12:00:00Z"), BERLIN))
                .as("the week in which the clocks go back has an hour more")
                .isEqualTo(span("2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z"));
        assertThat(QuotaPeriod.QUARTER.at(Instant.parse("2026-03-30T12:00:00Z"), BERLIN))
                .isEqualTo(span("2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z"));
    }

    @Test
    void beginsWithTheFirstHourWhereThatOfMidnightComesTwiceOrNotAtAll() {
        assertThat(QuotaPeriod.MONTH.at(Instant.parse("2026-11-01T05:30:00Z"), ZoneId.of("America/Havana")))
                .as("00:30, for the second time")
                .isEqualTo(span("2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z"));
        assertThat(QuotaPeriod.QUARTER.at(Instant.parse("2017-10-01T04:00:00Z"), ZoneId.of("America/Asuncion")))
                .as("01:00, a millisecond after 23:59:59.999")
                .isEqualTo(span("2017-10-01T04:00:00Z", "2018-01-01T03:00:00Z"));
    }

    @Test
    void knowsThePeriodBefore() {
        assertThat(QuotaPeriod.QUARTER.before(Instant.parse("2026-02-10T12:00:00Z"), BERLIN))
                .isEqualTo(span("2025-09-30T22:00:00Z", "2025-12-31T23:00:00Z"));
        assertThat(QuotaPeriod.WEEK.before(Instant.parse("2026-11-03T12:00:00Z"), BERLIN))
                .isEqualTo(span("2026-10-25T23:00:00Z", "2026-11-01T23:00:00Z"));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
