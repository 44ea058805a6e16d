package org.carme.users;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.carme.audit.TestAudit;
import org.carme.database.AfterCommit;

/** The real portal sessions, without a container. */
public final class TestSessions {
    private TestSessions() {}

    public static SessionService on(EntityManager entityManager, Clock clock) {
        SessionService sessions = new SessionService();
        sessions.users = new UserRepository(entityManager);
        sessions.audit = TestAudit.on(entityManager, clock);
        sessions.clock = clock;
        sessions.minutes = 60;
        sessions.afterCommit = new AfterCommit() {
            @Override
            public void run(Runnable action) {
                action.run();
            }
        };
        return sessions;
    }
}
