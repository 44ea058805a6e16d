package org.carme.entries;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carme.common.Secrets;
import org.carme.database.TestDatabase;
import org.carme.users.SessionService;
import org.carme.users.TestSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sessions of entry points end, on the database. */
class EntryServiceIT {
    private static final String JOB = "job00000000000000000000001";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final EntryRepository rows = new EntryRepository(entityManager);

    @BeforeEach
    void begin() {
        entityManager.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entityManager.getTransaction().rollback();
        entityManager.close();
        database.close();
    }

    @Test
    void endsWithTheirTimeAndWithTheLogOut() {
        String idle = sessionsAt(NOW.minus(Duration.ofHours(1))).open("bob");
        String open = sessionsAt(NOW).open("alice");
        String loggedOut = sessionsAt(NOW).open("alice");
        sessionsAt(NOW).end(loggedOut);
        Instant later = NOW.plusSeconds(1);

        assertThat(serviceAt(NOW)
                        .over(List.of(
                                session("open", Optional.of(open), later),
                                session("same tab", Optional.of(open), later),
                                session("idle", Optional.of(idle), later),
                                session("logged out", Optional.of(loggedOut), later),
                                session("client", Optional.empty(), later),
                                session("expired", Optional.of(open), NOW),
                                session("expired client", Optional.empty(), NOW))))
                .containsExactlyInAnyOrder("logged out", "expired", "expired client");
    }

    @Test
    void removesExpiredTicketsAndSessionsAFewAtATime() {
        for (String id : List.of("a", "b", "c")) {
            rows.add(new EntrySessionRow(session(id, Optional.empty(), NOW.minusMillis(1))));
            rows.add(new Ticket(id, session(id, Optional.empty(), NOW.minusMillis(1)), "jupyter"));
        }
        rows.add(new EntrySessionRow(session("good", Optional.empty(), NOW)));
        EntryService service = serviceAt(NOW);

        assertThat(List.of(service.purge(2), service.purge(2), service.purge(2)))
                .containsExactly(4, 2, 0);
        entityManager.clear();
        assertThat(rows.session("good")).isPresent();
        assertThat(rows.session("a")).isEmpty();
    }

    private EntryService serviceAt(Instant time) {
        EntryService service = new EntryService();
        service.entries = rows;
        service.sessions = sessionsAt(time);
        service.clock = Clock.fixed(time, ZoneOffset.UTC);
        return service;
    }

    private SessionService sessionsAt(Instant time) {
        return TestSessions.on(entityManager, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static EntrySession session(String id, Optional<String> portalSession, Instant expiresAt) {
        return new EntrySession(id, JOB, "alice", portalSession.map(Secrets::hash), expiresAt);
    }
}
