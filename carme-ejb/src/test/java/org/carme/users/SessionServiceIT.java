package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.common.Secrets;
import org.carme.common.SettableClock;
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
    private final SessionService sessions = TestSessions.on(entityManager, clock);
    private final List<String> ended = new ArrayList<>();

    @BeforeEach
    void open() {
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

        assertThat(ended).containsExactly(Secrets.hash(key));
        assertThat(sessions.isOpen(key)).isFalse();
        assertThat(sessions.isOpen(other)).isTrue();
        sessions.end(key);
        assertThat(sessions.audit
                        .own("alice", AuditQuery.ALL, 50, Optional.empty())
                        .entries())
                .as("log-outs written down")
                .extracting(AuditEntry::action)
                .containsExactly("logout");
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
    void logOutLeavesNothingOfSessionsThatHaveRunOut() {
        String runOut = sessions.open("alice");
        String others = sessions.open("bob");
        clock.forward(Duration.ofMinutes(61));
        String elsewhere = sessions.open("alice");
        String key = sessions.open("alice");
        Set<String> all = hashes(runOut, others, elsewhere, key);
        assertThat(sessions.notLoggedOut(all)).isEqualTo(all);

        sessions.end(key);

        assertThat(sessions.notLoggedOut(all)).isEqualTo(hashes(others, elsewhere));
    }

    private static Set<String> hashes(String... keys) {
        return Arrays.stream(keys).map(Secrets::hash).collect(Collectors.toSet());
    }

    @Test
    void removesWhatHasEndedAFewAtATime() {
        sessions.open("alice");
        sessions.open("bob");
        sessions.open("carol");
        clock.forward(Duration.ofHours(49));
        String open = sessions.open("alice");

        assertThat(List.of(sessions.purge(2), sessions.purge(2), sessions.purge(2)))
                .containsExactly(2, 1, 0);
        assertThat(sessions.isOpen(open)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1441})
    void refusesTimesThatMakeNoSense(int minutes) {
        sessions.minutes = minutes;

        assertThatThrownBy(sessions::check).hasMessageContaining("carme.session.minutes");
    }
}
