package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.quotas.MemberHours.Used;

/** Sums what the members of a project use; how many they are does not matter to the number of queries. */
@ApplicationScoped
@Transactional
class MemberSums {
    @Inject
    QuotaRepository quotas;

    @Inject
    MemberUsage usage;

    @Inject
    QuotaSums sums;

    @Inject
    Clock clock;

    /** @return also of members who have used nothing, and of users who are no members any more but have used something */
    List<MemberHours> of(String slug, Collection<String> members, QuotaPeriod period) {
        Instant now = clock.instant();
        QuotaPeriod.Span span = sums.span(period, now);
        List<QuotaRule> rules = quotas.of(new QuotaSubject(QuotaSubject.Kind.EACH_PROJECT_MEMBER, slug)).stream()
                .map(Quota::rule)
                .filter(rule -> rule.period().equals(Optional.of(period)))
                .toList();
        List<Used> before = rules.stream().anyMatch(QuotaRule::carryOver)
                ? usage.hours(slug, sums.span(period, span.from().minusMillis(1)), now)
                : List.of();
        List<Used> present = usage.hours(slug, span, now);
        return rows(present, members, rules).stream()
                .map(row -> new MemberHours(
                        row.user(),
                        row.acceleratorType(),
                        row.used(),
                        row.running(),
                        row.queued(),
                        rules.stream()
                                .filter(rule -> rule.counts(type(row)))
                                .map(rule -> left(rule, sum(rule, present, row.user()), sum(rule, before, row.user())))
                                .min(Double::compare)))
                .toList();
    }

    /** To what was used a line for every type that is limited by itself, and one at least for every member. */
    private static List<Used> rows(List<Used> present, Collection<String> members, List<QuotaRule> rules) {
        List<Used> rows = new ArrayList<>(present);
        for (String member : members) {
            Set<String> missing = new LinkedHashSet<>();
            rules.forEach(rule -> rule.acceleratorType().ifPresent(missing::add));
            List<Used> own =
                    present.stream().filter(row -> row.user().equals(member)).toList();
            own.forEach(row -> missing.remove(row.acceleratorType()));
            if (missing.isEmpty() && own.isEmpty()) {
                missing.add("");
            }
            missing.forEach(type -> rows.add(new Used(member, type, 0, 0, 0)));
        }
        return rows;
    }

    private static double sum(QuotaRule rule, List<Used> hours, String user) {
        return hours.stream()
                .filter(row -> row.user().equals(user) && rule.counts(type(row)))
                .mapToDouble(Used::all)
                .sum();
    }

    private static double left(QuotaRule rule, double all, double before) {
        double carried = rule.carryOver() ? Math.max(0, rule.limit() - before) : 0;
        return Math.max(0, rule.limit() + carried - all);
    }

    private static Optional<String> type(Used row) {
        return Optional.of(row.acceleratorType());
    }
}
