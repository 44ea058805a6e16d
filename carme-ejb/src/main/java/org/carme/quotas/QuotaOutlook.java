package org.carme.quotas;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a start would mean for a rule. It decides nothing: until the start is pressed others may start, too.
 *
 * @param needed what the start needs of what is left
 */
public record QuotaOutlook(QuotaState state, double needed) {

    /**
     * Compares a start with the rules that hold for it, as the start itself will.
     *
     * @param charged the group, or the slug of the project, that the start is charged to: limits of others do not concern it
     * @return rules of which the start needs something, the strictest first
     */
    public static List<QuotaOutlook> of(
            List<QuotaStanding> standings, String charged, QuotaDemand demand, Instant now) {
        return standings.stream()
                .filter(standing -> concerns(standing.state().rule(), charged, demand))
                .map(standing -> new QuotaOutlook(standing.state(), needed(standing, demand, now)))
                .filter(outlook -> outlook.needed > 0)
                .sorted(Comparator.comparingDouble(QuotaOutlook::room))
                .toList();
    }

    private static boolean concerns(QuotaRule rule, String charged, QuotaDemand demand) {
        QuotaSubject subject = rule.subject();
        boolean chargeable = subject.isShared() || subject.isOfProject();
        return (!chargeable || subject.name().equals(charged)) && rule.counts(demand.acceleratorType());
    }

    private static double needed(QuotaStanding standing, QuotaDemand demand, Instant now) {
        return standing.span()
                .map(span -> QuotaSums.hours(demand, span, now))
                .orElseGet(() -> QuotaSums.counted(standing.state().rule().resource(), demand));
    }

    /** @return whether the rule would let the start through */
    public boolean enough() {
        return QuotaSums.isEnough(state, needed);
    }

    private double room() {
        return state.left() / needed;
    }
}
