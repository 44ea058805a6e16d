package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carme.database.AfterCommit;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionServiceIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();
    private final SessionService sessions = new SessionService();
    private final List<String> ended = new ArrayList<>();

    @BeforeEach
    void open() {
        sessions.users = new UserRepository(entityManager);
        sessions.clock = clock;
        sessions.minutes = 60;
        sessions.afterCommit = new AfterCommit() {
            @Override
            public void run(Runnable action) {
                action.run();
            }
        };
        sessions.subscribe(ended::add);
        entityManager.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entityManager.getTransaction().rollback();
        entityManager.close();
        database.close();
    }

    @Test
    void endsAnHourAfterTheLastAction() {
        String key = sessions.open("alice");
        clock.forward(Duration.ofMinutes(40));
        assertThat(sessions.action(key)).hasValue(clock.instant().plus(Duration.ofHours(1)));
        clock.forward(Duration.ofMinutes(59));
        assertThat(sessions.isOpen(key)).isTrue();
        clock.forward(Duration.ofMinutes(1));

        assertThat(sessions.isOpen(key)).isFalse();
        assertThat(sessions.action(key)).as("too late").isEmpty();
    }

    @Test
    void isNotRenewedByLooking() {
        String key = sessions.open("alice");
        clock.forward(Duration.ofMinutes(59));
        sessions.endOf(key);
        sessions.isOpen(key);
        clock.forward(Duration.ofMinutes(1));

        assertThat(sessions.isOpen(key)).isFalse();
    }

    @Test
    void tellsThoseWhoHangOnItThatItHasEnded() {
        String key = sessions.open("alice");
        String other = sessions.open("alice");
        sessions.end(key);

        assertThat(ended).containsExactly(key);
        assertThat(sessions.isOpen(key)).isFalse();
        assertThat(sessions.isOpen(other)).isTrue();
    }

    @Test
    void keepsNoKey() {
        String key = sessions.open("alice");
        entityManager.flush();

        assertThat(entityManager
                        .createNativeQuery("SELECT key_hash FROM portal_sessions")
                        .getSingleResult())
                .isNotEqualTo(key);
    }

    @Test
    void removesWhatEndedLongAgo() {
        sessions.users.lockOrigin("alice [192.0.2.1]", clock.instant()).succeeded(clock.instant());
        sessions.users
                .lockOrigin("alice [192.0.2.2]", clock.instant())
                .failed(new LoginOrigin.Limit(1, Duration.ofHours(1), Duration.ofHours(1)), clock.instant());
        sessions.open("alice");
        clock.forward(Duration.ofHours(25));
        assertThat(sessions.purge()).as("session and failure").isEqualTo(2);
        clock.forward(Duration.ofDays(30));

        assertThat(sessions.purge()).as("where he logged in a month ago").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1441})
    void refusesTimesThatMakeNoSense(int minutes) {
        sessions.minutes = minutes;

        assertThatThrownBy(sessions::check).hasMessageContaining("carme.session.minutes");
    }
}
