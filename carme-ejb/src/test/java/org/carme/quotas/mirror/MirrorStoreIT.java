package org.carme.quotas.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.cluster.Association;
import org.carme.cluster.AssociationLimits;
import org.carme.database.TestDatabase;
import org.carme.quotas.mirror.LimitLine.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Carme remembers of the commands it has handed out, on a real database. */
class MirrorStoreIT {
    private static final Association BOB = new Association("carme", "lab", "bob", "");
    private static final LimitName JOBS = new LimitName("jobs");

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void followsARuleFromItsFirstValueUntilItIsGone() {
        assertThat(handOut(9L, 3L)).containsExactly(line(9L, 3L, Step.SET));
        assertThat(handOut(9L, 3L)).as("nobody has run it").containsExactly(line(9L, 3L, Step.SET));
        assertThat(handOut(3L, 5L)).as("its own to widen").containsExactly(line(3L, 5L, Step.SET));
        assertThat(handOut(3L, 6L)).as("nobody has run the last one").containsExactly(line(3L, 6L, Step.SET));
        assertThat(handOut(3L, 5L)).containsExactly(line(3L, 5L, Step.SET));
        assertThat(handOut(5L, null)).as("back to the first").containsExactly(line(5L, 9L, Step.CLEAR));
        assertThat(handOut(9L, null)).isEmpty();
        assertThat(handOut(5L, null)).as("somebody else's by now").isEmpty();
    }

    @Test
    void writesDownEachLine() {
        handOut(null, 3L);

        try (EntityManager own = database.open()) {
            List<AuditEntry> entries = TestAudit.on(own, Clock.systemUTC())
                    .own("bob", AuditQuery.ALL, 50, Optional.empty())
                    .entries();
            assertThat(entries).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("quota-mirrored");
                assertThat(entry.object().name()).isEqualTo("lab bob GrpJobs");
                assertThat(entry.detail()).isEqualTo("– → 3");
            });
        }
    }

    private List<LimitLine> handOut(Long inSlurm, Long wanted) {
        Map<LimitName, Long> wants = wanted == null ? Map.of() : Map.of(JOBS, wanted);
        Picture picture = new Picture(
                List.of(new AssociationLimits(BOB, Optional.ofNullable(inSlurm), Map.of())), Map.of(BOB, wants));
        try (EntityManager own = database.open()) {
            MirrorStore store = new MirrorStore();
            store.limits = new MirroredLimitRepository(own);
            store.audit = TestAudit.on(own, Clock.systemUTC());
            return TestDatabase.inTransaction(own, () -> store.handOut("admin", picture));
        }
    }

    private static LimitLine line(Long inSlurm, Long wanted, Step step) {
        return new LimitLine(BOB, JOBS, Optional.ofNullable(inSlurm), Optional.ofNullable(wanted), step);
    }
}
