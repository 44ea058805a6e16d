package org.carme.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.carme.database.TestDatabase;
import org.carme.keys.MasterSecret;

/** The real log on a test's database, each call in a transaction of its own, as the container would give it. */
public final class TestAudit {
    private final TestDatabase database;
    private final Clock clock;
    private final AuditSeals seals = seals(1);
    final AuditCare care = new AuditCare();

    TestAudit(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
        care.chain = new TransactionalChain();
        care.clock = clock;
        care.days = 730;
    }

    /** Writes in the transactions of that entity manager. */
    public static AuditService on(EntityManager entityManager, Clock clock) {
        AuditService audit = new AuditService();
        audit.rows = new AuditRepository(entityManager);
        audit.auditors = "admin"::equals;
        audit.clock = clock;
        return audit;
    }

    static AuditSeals seals(int secret) {
        byte[] bytes = new byte[MasterSecret.LENGTH];
        Arrays.fill(bytes, (byte) secret);
        AuditSeals made = new AuditSeals();
        made.master = new MasterSecret(bytes);
        made.open();
        return made;
    }

    static AuditEvent event(String actor, String about, String detail) {
        return new AuditEvent(AuditAction.JOB_STOPPED, actor, about, new AuditObject("job", "7", "PINNs"), detail);
    }

    <T> T call(Function<AuditService, T> action) {
        try (EntityManager own = database.open()) {
            AuditService audit = on(own, clock);
            audit.care = care;
            return TestDatabase.inTransaction(own, () -> action.apply(audit));
        }
    }

    void record(String actor, String about, String detail) {
        call(audit -> {
            audit.record(event(actor, about, detail));
            return null;
        });
    }

    void sql(String statement) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(
                    own, () -> own.createNativeQuery(statement).executeUpdate());
        }
    }

    private final class TransactionalChain extends AuditChain {
        @Override
        int seal(int most) {
            return inTransaction(chain -> chain.seal(most));
        }

        @Override
        Part check(Optional<Position> from, int most) {
            return inTransaction(chain -> chain.check(from, most));
        }

        @Override
        int remove(Instant before, int most) {
            return inTransaction(chain -> chain.remove(before, most));
        }

        private <T> T inTransaction(Function<AuditChain, T> action) {
            try (EntityManager own = database.open()) {
                AuditChain chain = new AuditChain();
                chain.rows = new AuditRepository(own);
                chain.seals = TestAudit.this.seals;
                return TestDatabase.inTransaction(own, () -> action.apply(chain));
            }
        }
    }
}
