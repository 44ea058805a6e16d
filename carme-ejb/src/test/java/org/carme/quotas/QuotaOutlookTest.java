package org.carme.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.quotas.QuotaSubject.Kind;
import org.junit.jupiter.api.Test;

/** What a start would mean for the rules that hold. */
class QuotaOutlookTest {
    private static final Instant NOW = Instant.parse("2026-03-31T20:00:00Z");
    private static final QuotaDemand DEMAND = new QuotaDemand(2, Optional.of("a100"), 8, Duration.ofHours(8));

    @Test
    void namesTheStrictestFirst() {
        QuotaStanding jobs = atATime(new QuotaSubject(Kind.EVERY_USER, ""), QuotaResource.JOBS, Optional.empty(), 3, 1);
        QuotaStanding nodes =
                atATime(new QuotaSubject(Kind.USER, "alice"), QuotaResource.NODES, Optional.empty(), 4, 2);
        QuotaStanding accelerators =
                atATime(new QuotaSubject(Kind.GROUP, "lab"), QuotaResource.ACCELERATORS, Optional.of("a100"), 8, 4);

        List<QuotaOutlook> outlook = QuotaOutlook.of(List.of(jobs, nodes, accelerators), "lab", DEMAND, NOW);

        assertThat(outlook)
                .extracting(one -> one.state().rule().resource())
                .containsExactly(QuotaResource.ACCELERATORS, QuotaResource.NODES, QuotaResource.JOBS);
        assertThat(outlook).extracting(QuotaOutlook::needed).containsExactly(8.0, 2.0, 1.0);
        assertThat(outlook).extracting(QuotaOutlook::enough).containsExactly(false, true, true);
    }

    @Test
    void leavesOutWhatDoesNotConcernTheStart() {
        assertThat(QuotaOutlook.of(
                        List.of(
                                atATime(
                                        new QuotaSubject(Kind.GROUP, "other"),
                                        QuotaResource.JOBS,
                                        Optional.empty(),
                                        1,
                                        1),
                                atATime(
                                        new QuotaSubject(Kind.EVERY_USER, ""),
                                        QuotaResource.ACCELERATORS,
                                        Optional.of("titan"),
                                        1,
                                        1)),
                        "lab",
                        DEMAND,
                        NOW))
                .isEmpty();
        QuotaDemand cpuOnly = new QuotaDemand(1, Optional.empty(), 0, Duration.ofHours(1));
        assertThat(QuotaOutlook.of(
                        List.of(atATime(
                                new QuotaSubject(Kind.EVERY_USER, ""),
                                QuotaResource.ACCELERATORS,
                                Optional.empty(),
                                1,
                                1)),
                        "lab",
                        cpuOnly,
                        NOW))
                .isEmpty();
    }

    @Test
    void dividesHoursAtTheBorderOfTwoPeriods() {
        Instant border = Instant.parse("2026-04-01T00:00:00Z");
        QuotaPeriod.Span march = new QuotaPeriod.Span(Instant.parse("2026-03-01T00:00:00Z"), border);
        QuotaPeriod.Span april = new QuotaPeriod.Span(border, Instant.parse("2026-05-01T00:00:00Z"));

        List<QuotaOutlook> outlook = QuotaOutlook.of(List.of(hours(100, march), hours(20, april)), "lab", DEMAND, NOW);

        assertThat(outlook).extracting(QuotaOutlook::needed).containsExactly(32.0, 32.0);
        assertThat(outlook).extracting(QuotaOutlook::enough).containsExactly(false, true);
    }

    private static QuotaStanding atATime(
            QuotaSubject subject, QuotaResource resource, Optional<String> type, long limit, long running) {
        QuotaRule rule = new QuotaRule(subject, resource, type, Optional.empty(), limit, false);
        return new QuotaStanding(new QuotaState(rule, limit, 0, running, 0, 0, Optional.empty()), Optional.empty());
    }

    private static QuotaStanding hours(long limit, QuotaPeriod.Span span) {
        QuotaRule rule = new QuotaRule(
                new QuotaSubject(Kind.EVERY_USER, ""),
                QuotaResource.ACCELERATOR_HOURS,
                Optional.empty(),
                Optional.of(QuotaPeriod.MONTH),
                limit,
                false);
        return new QuotaStanding(new QuotaState(rule, limit, 0, 0, 0, 0, Optional.of(span.to())), Optional.of(span));
    }
}
