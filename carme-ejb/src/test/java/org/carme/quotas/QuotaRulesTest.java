package org.carme.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.quotas.QuotaSubject.Kind;
import org.junit.jupiter.api.Test;

class QuotaRulesTest {
    @Test
    void takesWhatCanBeCounted() {
        for (QuotaRule rule : List.of(
                rule(Kind.EVERY_USER, "", QuotaResource.JOBS, 0),
                rule(Kind.GROUP, "lab", QuotaResource.NODES, 8),
                typed(rule(Kind.EACH_MEMBER, "große Gruppe", QuotaResource.ACCELERATORS, 4), "a100"),
                carrying(per(rule(Kind.USER, "alice", QuotaResource.ACCELERATOR_HOURS, 100), QuotaPeriod.MONTH)))) {
            assertThatCode(() -> QuotaRules.check(rule)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (QuotaRule rule : List.of(
                rule(Kind.EVERY_USER, "alice", QuotaResource.JOBS, 1),
                rule(Kind.USER, "", QuotaResource.JOBS, 1),
                rule(Kind.USER, "a,b", QuotaResource.JOBS, 1),
                typed(rule(Kind.USER, "alice", QuotaResource.JOBS, 1), "a100"),
                typed(rule(Kind.USER, "alice", QuotaResource.ACCELERATORS, 1), "a100;"),
                per(rule(Kind.USER, "alice", QuotaResource.ACCELERATORS, 1), QuotaPeriod.WEEK),
                rule(Kind.USER, "alice", QuotaResource.ACCELERATOR_HOURS, 1),
                carrying(rule(Kind.USER, "alice", QuotaResource.JOBS, 1)),
                rule(Kind.USER, "alice", QuotaResource.JOBS, -1))) {
            assertThatThrownBy(() -> QuotaRules.check(rule))
                    .as(rule.toString())
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void letsAUsersOwnRuleTakeThePlaceOfEverybodysAndKeepsAllOthers() {
        Quota everybodysJobs = quota(1, rule(Kind.EVERY_USER, "", QuotaResource.JOBS, 2));
        Quota everybodysNodes = quota(2, rule(Kind.EVERY_USER, "", QuotaResource.NODES, 2));
        Quota alices = quota(3, rule(Kind.USER, "alice", QuotaResource.JOBS, 9));
        Quota bobs = quota(4, rule(Kind.USER, "bob", QuotaResource.JOBS, 1));
        Quota members = quota(5, rule(Kind.EACH_MEMBER, "lab", QuotaResource.JOBS, 4));
        Quota labs = quota(6, rule(Kind.GROUP, "lab", QuotaResource.JOBS, 20));
        Quota others = quota(7, rule(Kind.GROUP, "staff", QuotaResource.JOBS, 1));
        Quota pinns = quota(8, rule(Kind.PROJECT, "pinns-1", QuotaResource.JOBS, 5));
        Quota pinnsMembers = quota(9, rule(Kind.EACH_PROJECT_MEMBER, "pinns-1", QuotaResource.JOBS, 2));
        List<Quota> all =
                List.of(everybodysJobs, everybodysNodes, alices, bobs, members, labs, others, pinns, pinnsMembers);

        assertThat(QuotaRules.holding(
                        all, new QuotaHolder("alice", Set.of("lab", "staff"), Set.of("lab"), Set.of("pinns-1"))))
                .containsExactly(everybodysNodes, alices, members, labs, pinns, pinnsMembers);
        assertThat(QuotaRules.holding(all, new QuotaHolder("carla", Set.of("staff"), Set.of("staff"), Set.of())))
                .containsExactly(everybodysJobs, everybodysNodes, others);
    }

    private static Quota quota(long id, QuotaRule rule) {
        return new Quota(id, rule, 1);
    }

    private static QuotaRule rule(Kind kind, String name, QuotaResource resource, long limit) {
        return new QuotaRule(new QuotaSubject(kind, name), resource, Optional.empty(), Optional.empty(), limit, false);
    }

    private static QuotaRule typed(QuotaRule rule, String type) {
        return new QuotaRule(
                rule.subject(), rule.resource(), Optional.of(type), rule.period(), rule.limit(), rule.carryOver());
    }

    private static QuotaRule per(QuotaRule rule, QuotaPeriod period) {
        return new QuotaRule(
                rule.subject(), rule.resource(), rule.acceleratorType(), Optional.of(period), rule.limit(), false);
    }

    private static QuotaRule carrying(QuotaRule rule) {
        return new QuotaRule(
                rule.subject(), rule.resource(), rule.acceleratorType(), rule.period(), rule.limit(), true);
    }
}
