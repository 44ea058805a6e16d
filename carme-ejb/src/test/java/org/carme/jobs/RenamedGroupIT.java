package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.quotas.QuotaExceededException;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubject;
import org.carme.quotas.QuotaSubject.Kind;
import org.carme.quotas.TestQuotas;
import org.carme.templates.Charge;
import org.carme.templates.TestTemplates;
import org.carme.templates.UsableTemplate;
import org.carme.users.GroupReferences;
import org.carme.users.Person;
import org.carme.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group that the directory has renamed: its members get back what they had, and nothing more. */
class RenamedGroupIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @BeforeEach
    void give() {
        in(own -> {
            TestTemplates.addImage(own);
            TestTemplates.add(own, "GPU");
            TestQuotas.add(own, hours("lab"));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givesNobodyAnythingUntilAnAdministratorFollows() {
        in(own -> assertThat(TestTemplates.groupOf(own, "GPU", Set.of("laboratory")))
                .isEmpty());
    }

    @Test
    void keepsTemplatesLimitsAndWhatWasUsedTogether() {
        start("lab");
        rename();

        in(own -> assertThat(TestTemplates.groupOf(own, "GPU", Set.of("laboratory")))
                .contains("laboratory"));
        in(own -> assertThat(TestTemplates.groupOf(own, "GPU", Set.of("lab"))).isEmpty());
        assertThatThrownBy(() -> start("laboratory"))
                .as("8 of 10 hours are used, under the old name")
                .isInstanceOf(QuotaExceededException.class);
        in(own -> assertThat(
                        TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 9, Optional.empty()).entries().stream()
                                .map(entry -> entry.action() + " " + entry.detail())
                                .toList())
                .containsExactly(
                        "quota-changed lab → laboratory",
                        "template-changed groups: lab → laboratory",
                        "job-started GPU"));
    }

    @Test
    void mergesNoLimits() {
        in(own -> TestQuotas.add(own, hours("laboratory")));

        assertThatThrownBy(this::rename).isInstanceOf(InvalidRequestException.class);
        in(own -> assertThat(TestTemplates.groupOf(own, "GPU", Set.of("lab")))
                .as("nothing is done by halves")
                .contains("lab"));
    }

    private void rename() {
        in(own -> {
            JobGroups jobs = new JobGroups();
            jobs.jobs = new JobRepository(own);
            List<GroupReferences> all = List.of(jobs, TestTemplates.groups(own, clock), TestQuotas.groups(own, clock));
            assertThat(all).extracting(GroupReferences::place).isSorted();
            all.forEach(one -> one.rename("admin", "lab", "laboratory"));
        });
    }

    private void start(String group) {
        in(own -> JobStartsIT.starts(own, clock)
                .store(
                        new PreparedStart(
                                TestJobs.ALICE,
                                member(group),
                                new UsableTemplate(TestJobs.template(9), Charge.group(group)),
                                StartRules.check(TestJobs.wanting(4, 1), TestJobs.template(9))),
                        Optional.empty(),
                        job -> {}));
    }

    private static Person member(String group) {
        return new Person(
                "alice",
                "alice",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(group),
                Set.of(Role.USER));
    }

    private static QuotaRule hours(String group) {
        return new QuotaRule(
                new QuotaSubject(Kind.GROUP, group),
                QuotaResource.ACCELERATOR_HOURS,
                Optional.empty(),
                Optional.of(QuotaPeriod.MONTH),
                10,
                false);
    }

    private void in(Consumer<EntityManager> action) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                action.accept(own);
                return null;
            });
        }
    }
}
