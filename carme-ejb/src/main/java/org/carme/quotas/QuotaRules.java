package org.carme.quotas;

import java.util.List;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/** What a rule may say, and which rules hold for somebody. */
public final class QuotaRules {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl},]{1,128}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");
    private static final long MOST = 1_000_000_000;

    private QuotaRules() {}

    /** @throws InvalidRequestException naming the first field that is not as it must be */
    static void check(QuotaRule rule) {
        boolean everybody = rule.subject().kind() == QuotaSubject.Kind.EVERY_USER;
        boolean hours = rule.resource() == QuotaResource.ACCELERATOR_HOURS;
        boolean typed = hours || rule.resource() == QuotaResource.ACCELERATORS;
        String name = rule.subject().name();
        require("name", everybody ? name.isEmpty() : NAME.matcher(name).matches());
        require(
                "acceleratorType",
                rule.acceleratorType()
                        .map(type -> typed && TYPE.matcher(type).matches())
                        .orElse(true));
        require("period", rule.period().isPresent() == hours);
        require("carryOver", hours || !rule.carryOver());
        if (rule.limit() < 0 || rule.limit() > MOST) {
            throw InvalidRequestException.naming("limit", "invalid-request.range", 0, MOST);
        }
    }

    private static void require(String field, boolean right) {
        if (!right) {
            throw InvalidRequestException.naming(field, "invalid-request.field");
        }
    }

    /**
     * A user's own rule takes the place of that for every user; of all others the strictest counts, so all are kept.
     */
    public static List<Quota> holding(List<Quota> all, QuotaHolder holder) {
        List<Quota> own = all.stream()
                .filter(quota -> quota.rule().subject().equals(new QuotaSubject(QuotaSubject.Kind.USER, holder.user())))
                .toList();
        return all.stream()
                .filter(quota -> {
                    QuotaSubject subject = quota.rule().subject();
                    return switch (subject.kind()) {
                        case USER -> subject.name().equals(holder.user());
                        case EACH_MEMBER -> holder.groups().contains(subject.name());
                        case GROUP -> holder.chargedGroups().contains(subject.name());
                        case PROJECT, EACH_PROJECT_MEMBER -> holder.projects().contains(subject.name());
                        case EVERY_USER ->
                            own.stream().noneMatch(special -> special.rule().sameMatter(quota.rule()));
                    };
                })
                .toList();
    }
}
