package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.InvalidRequestException;
import org.carme.common.Secrets;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules around a change; the directory's part is tested with the directories. */
class PasswordServiceIT {
    private static final String PRESENT = "correct horse";
    private static final String NEXT = "correct Horse battery staple";
    private static final String HERE = "192.0.2.1";

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final PasswordService passwords = new PasswordService();
    private final List<String> changes = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @BeforeEach
    void open() {
        passwords.policy = new PasswordPolicy();
        passwords.policy.enabled = true;
        passwords.policy.length = 25;
        passwords.policy.classes = 3;
        passwords.logins = new FakeLogins();
        passwords.store = new TransactionalStore();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void endsTheOtherSessionsAndWritesTheChangeDownWithoutThePassword() {
        String mine = session("alice");
        String other = session("alice");
        String bobs = session("bob");

        assertThat(passwords.change("alice", PRESENT, NEXT, Optional.of(mine), HERE))
                .isEqualTo(1);

        assertThat(changes).containsExactly(NEXT);
        assertThat(ended).containsExactly(Secrets.hash(other));
        assertThat(isOpen(mine)).isTrue();
        assertThat(isOpen(other)).isFalse();
        assertThat(isOpen(bobs)).isTrue();
        assertThat(entries())
                .extracting(AuditEntry::action, AuditEntry::detail)
                .containsExactly(tuple("password-changed", ""));
    }

    @Test
    void endsAllSessionsIfNoneIsToGoOn() {
        session("alice");
        session("alice");

        assertThat(passwords.change("alice", PRESENT, NEXT, Optional.empty(), HERE))
                .isEqualTo(2);
    }

    @Test
    void asksTheDirectoryForNothingThatBreaksARule() {
        assertRefused(PRESENT, "too short", "password-length");
        assertRefused(NEXT, NEXT, "password-same");
        assertRefused("guess", NEXT, "password-present");
        passwords.policy.enabled = false;
        assertRefused(PRESENT, NEXT, "password-elsewhere");

        assertThat(changes).isEmpty();
        assertThat(entries()).isEmpty();
    }

    private void assertRefused(String present, String next, String key) {
        assertThatThrownBy(() -> passwords.change("alice", present, next, Optional.empty(), HERE))
                .isInstanceOf(InvalidRequestException.class)
                .extracting("messageKey")
                .isEqualTo("invalid-request." + key);
    }

    private String session(String user) {
        return sessions(own -> own.open(user));
    }

    private boolean isOpen(String session) {
        return sessions(own -> own.isOpen(session));
    }

    private List<AuditEntry> entries() {
        try (EntityManager own = database.open()) {
            return TestAudit.on(own, clock)
                    .own("alice", AuditQuery.ALL, 10, Optional.empty())
                    .entries();
        }
    }

    private <T> T sessions(Action<T> action) {
        try (EntityManager own = database.open()) {
            SessionService service = TestSessions.on(own, clock);
            service.subscribe(ended::add);
            return TestDatabase.inTransaction(own, () -> action.on(service));
        }
    }

    private interface Action<T> {
        T on(SessionService sessions);
    }

    private final class FakeLogins extends LoginService {
        @Override
        void changePassword(UserName user, String present, String next, String address) {
            if (!present.equals(PRESENT)) {
                throw LoginException.refused();
            }
            changes.add(next);
        }
    }

    private final class TransactionalStore extends PasswordStore {
        @Override
        int changed(String user, Optional<String> session) {
            try (EntityManager own = database.open()) {
                PasswordStore store = new PasswordStore();
                store.sessions = TestSessions.on(own, PasswordServiceIT.this.clock);
                store.sessions.subscribe(ended::add);
                store.audit = TestAudit.on(own, PasswordServiceIT.this.clock);
                return TestDatabase.inTransaction(own, () -> store.changed(user, session));
            }
        }
    }
}
