package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How rules stand. */
@ApplicationScoped
public class QuotaSums {
    /** Sums of hours are not exact to the last digit. */
    private static final double ROUNDING = 1e-6;

    private static final double HOUR = Duration.ofHours(1).toMillis();

    @Inject
    QuotaUsage usage;

    @Inject
    QuotaSubjects subjects;

    @Inject
    @SentPastCarme
    QuotaUsage outside;

    @Inject
    Clock clock;

    @Inject
    SiteZone site;

    /** @return the period that contains the instant, at this site */
    QuotaPeriod.Span span(QuotaPeriod period, Instant instant) {
        return period.at(instant, site.zone());
    }

    /** @param user whose use counts unless the rule's limit is shared */
    QuotaState state(QuotaRule rule, String user) {
        return rule.period()
                .map(period -> hours(rule, period, user, period.at(clock.instant(), site.zone())))
                .orElseGet(() -> atATime(rule, user));
    }

    /** @return how the rule stands now and, if it has periods, how it will stand in the following one */
    List<QuotaStanding> standing(QuotaRule rule, String user) {
        QuotaState now = state(rule, user);
        if (rule.period().isEmpty()) {
            return List.of(new QuotaStanding(now, Optional.empty()));
        }
        QuotaPeriod period = rule.period().get();
        QuotaPeriod.Span span = period.at(clock.instant(), site.zone());
        QuotaPeriod.Span following = period.at(span.to(), site.zone());
        return List.of(
                new QuotaStanding(now, Optional.of(span)),
                new QuotaStanding(hours(rule, period, user, following), Optional.of(following)));
    }

    /** @throws QuotaExceededException if there is less left than the start needs, now or in the period after this */
    void require(QuotaRule rule, String user, QuotaDemand demand) {
        if (!rule.counts(demand.acceleratorType())) {
            return;
        }
        if (rule.period().isEmpty()) {
            require(atATime(rule, user), counted(rule.resource(), demand));
            return;
        }
        requireHours(rule, user, demand, clock.instant());
    }

    /** Asks for hours alone, of something that begins then. */
    void requireHours(QuotaRule rule, String user, QuotaDemand demand, Instant begin) {
        if (rule.period().isEmpty() || !rule.counts(demand.acceleratorType())) {
            return;
        }
        QuotaPeriod period = rule.period().get();
        QuotaPeriod.Span span = period.at(begin, site.zone());
        require(hours(rule, period, user, span), hours(demand, span, begin));
        if (begin.plus(demand.timeLimit()).isAfter(span.to())) {
            QuotaPeriod.Span following = period.at(span.to(), site.zone());
            require(hours(rule, period, user, following), hours(demand, following, begin));
        }
    }

    static boolean isEnough(QuotaState state, double needed) {
        return needed <= state.left() + ROUNDING;
    }

    private void require(QuotaState state, double needed) {
        if (!isEnough(state, needed)) {
            throw new QuotaExceededException(state, subjects.title(state.rule().subject()), needed);
        }
    }

    static double counted(QuotaResource resource, QuotaDemand demand) {
        return switch (resource) {
            case JOBS -> 1;
            case NODES -> demand.nodes();
            case ACCELERATORS, ACCELERATOR_HOURS -> demand.accelerators();
        };
    }

    static double hours(QuotaDemand demand, QuotaPeriod.Span span, Instant now) {
        Instant from = now.isAfter(span.from()) ? now : span.from();
        Instant end = now.plus(demand.timeLimit());
        Instant to = end.isBefore(span.to()) ? end : span.to();
        return demand.accelerators() * Math.max(0, Duration.between(from, to).toMillis()) / HOUR;
    }

    private QuotaState atATime(QuotaRule rule, String user) {
        QuotaScope scope = QuotaScope.of(rule.subject(), user);
        Active ours = Active.of(rule.resource(), usage.active(scope, rule.acceleratorType()));
        Active others = Active.of(rule.resource(), outside.active(scope, rule.acceleratorType()));
        return new QuotaState(
                rule,
                rule.limit(),
                0,
                ours.running + others.running,
                ours.queued + others.queued,
                others.running + others.queued,
                Optional.empty());
    }

    private record Active(long running, long queued) {
        static Active of(QuotaResource resource, ActiveUse use) {
            return switch (resource) {
                case JOBS -> new Active(use.jobs(), use.queuedJobs());
                case NODES -> new Active(use.nodes(), use.queuedNodes());
                case ACCELERATORS, ACCELERATOR_HOURS -> new Active(use.accelerators(), use.queuedAccelerators());
            };
        }
    }

    private QuotaState hours(QuotaRule rule, QuotaPeriod period, String user, QuotaPeriod.Span span) {
        Instant now = clock.instant();
        QuotaScope scope = QuotaScope.of(rule.subject(), user);
        Optional<String> type = rule.acceleratorType();
        double past = outside.acceleratorMillis(scope, type, span, now) / HOUR;
        double all = usage.acceleratorMillis(scope, type, span, now) / HOUR + past;
        double reserved =
                (usage.reservedMillis(scope, type, span, now) + outside.reservedMillis(scope, type, span, now)) / HOUR;
        double carried = 0;
        if (rule.carryOver()) {
            QuotaPeriod.Span before = period.before(span.from(), site.zone());
            long used = usage.acceleratorMillis(scope, type, before, now)
                    + outside.acceleratorMillis(scope, type, before, now);
            carried = rule.limit() - used / HOUR;
        }
        return new QuotaState(
                rule, rule.limit() + Math.max(0, carried), all - reserved, reserved, 0, past, Optional.of(span.to()));
    }
}
