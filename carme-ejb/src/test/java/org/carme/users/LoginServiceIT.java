package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ErrorCode;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing is slow, and nobody is locked out by it. */
class LoginServiceIT {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    @TempDir
    private Path folder;

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final LoginService logins = new LoginService();

    @BeforeEach
    void open() throws IOException {
        logins.directory = new TestDirectory(folder, clock).service;
        logins.throttle = new TransactionalThrottle();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void demandsLongerAndLongerWaitsAfterFiveFailures() {
        guess("alice", HERE, 5);
        assertThrottled("alice", HERE);
        clock.forward(Duration.ofSeconds(1));
        guess("alice", HERE, 1);
        clock.forward(Duration.ofSeconds(1));
        assertThrottled("alice", HERE);
        clock.forward(Duration.ofSeconds(1));

        assertThat(logIn("alice", HERE).name()).isEqualTo("alice");
    }

    @Test
    void takesAllSpellingsForOneAccount() {
        guess("alice", HERE, 3);
        guess(" ALICE", HERE, 2);

        assertThrottled("Alice", HERE);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        guess("alice", HERE, 4);
        logIn("alice", HERE);
        guess("alice", HERE, 4);

        assertThat(logIn("alice", HERE).name()).isEqualTo("alice");
    }

    @Test
    void slowsGuessingOfOneAccountFromManyAddresses() {
        for (int i = 10; i < 30; i++) {
            guess("alice", "192.0.2." + i, 1);
        }

        assertThrottled("alice", ELSEWHERE);
    }

    @Test
    void letsTheOwnerInWhereHeHasBeenWhoeverGuessesElsewhere() {
        logIn("alice", HERE);
        for (int i = 10; i < 60; i++) {
            guess("alice", "192.0.2." + i, 1);
            clock.forward(Duration.ofSeconds(30));
        }

        assertThat(logIn("alice", HERE).name()).isEqualTo("alice");
    }

    @Test
    void slowsGuessingOfManyAccountsFromOneAddressForSecondsOnly() {
        for (int i = 0; i < 30; i++) {
            guess("nobody" + i, HERE, 1);
        }
        assertThrottled("alice", HERE);
        clock.forward(Duration.ofSeconds(15));

        assertThat(logIn("alice", HERE).name()).isEqualTo("alice");
    }

    @Test
    void takesANetworkOfOneSubscriberForOneAddress() {
        guess("alice", "2001:db8:1:2::1", 5);

        assertThrottled("alice", "2001:db8:1:2:ffff::9");
        assertThat(logIn("alice", "2001:db8:1:3::1").name()).isEqualTo("alice");
    }

    @Test
    void countsNamesThatCannotBeNamesForTheirAddress() {
        guess("x".repeat(10_000), HERE, 30);

        assertThrottled("alice", HERE);
    }

    @Test
    void countsNoFailureForARightPassword() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> logIn("lotte", HERE))
                    .isInstanceOfSatisfying(
                            LoginException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCOUNT_LOCKED));
        }
    }

    @Test
    void forgetsFailuresAfterADayAndPlacesAfterAMonth() {
        guess("alice", ELSEWHERE, 1);
        logIn("alice", HERE);
        clock.forward(Duration.ofHours(25));
        assertThat(logins.purge(2)).as("of the account, the network and both").isEqualTo(2);
        assertThat(logins.purge(2)).isEqualTo(1);
        clock.forward(Duration.ofDays(30));

        assertThat(logins.purge(2)).as("where she logged in").isEqualTo(1);
        assertThat(logins.purge(2)).isZero();
    }

    @Test
    void writesLoginsDownAndOfRefusedOnesOneAMinute() {
        logIn(" Alice", HERE);
        guess(" ALICE", ELSEWHERE, 2);
        guess("alice", HERE, 2);
        clock.forward(Duration.ofMinutes(1));
        guess("alice", HERE, 1);
        guess("=no name", HERE, 3);

        assertThat(entries("alice"))
                .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::about, AuditEntry::origin)
                .containsExactly(
                        tuple("login-refused", "alice", "alice", HERE),
                        tuple("login-refused", " ALICE", "alice", ELSEWHERE),
                        tuple("login", "alice", "alice", HERE));
        assertThat(everybodys()).hasSize(3).noneMatch(entry -> entry.actor().equals("=no name"));
    }

    @Test
    void slowsGuessingOfThePresentPasswordAsAtALogin() {
        UserName alice = new UserName("alice");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> logins.changePassword(alice, "guess", "another one", HERE))
                    .isInstanceOfSatisfying(
                            LoginException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOGIN_REFUSED));
        }
        assertThrottled("alice", HERE);
        clock.forward(Duration.ofSeconds(1));

        logins.changePassword(alice, TestDirectory.PASSWORD, "another one", HERE);

        assertThat(logins.login("alice", "another one", HERE).name()).isEqualTo("alice");
    }

    @Test
    void writesDownThatSomebodyKnowsThePasswordOfALockedAccount() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> logIn("lotte", HERE)).isInstanceOf(LoginException.class);
        }
        guess("lotte", HERE, 1);

        assertThat(entries("lotte"))
                .extracting(AuditEntry::action, AuditEntry::origin, AuditEntry::detail)
                .containsExactly(tuple("login-refused", HERE, ""), tuple("login-refused", HERE, "account-locked"));
    }

    private List<AuditEntry> entries(String reader) {
        try (EntityManager own = database.open()) {
            return TestAudit.on(own, clock)
                    .own(reader, AuditQuery.ALL, 50, Optional.empty())
                    .entries();
        }
    }

    private List<AuditEntry> everybodys() {
        try (EntityManager own = database.open()) {
            return TestAudit.on(own, clock)
                    .all("admin", AuditQuery.ALL, 50, Optional.empty())
                    .entries();
        }
    }

    private Person logIn(String name, String address) {
        return logins.login(name, TestDirectory.PASSWORD, address);
    }

    private void guess(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> logins.login(name, "guess", address))
                    .isInstanceOfSatisfying(
                            LoginException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOGIN_REFUSED));
        }
    }

    private void assertThrottled(String name, String address) {
        assertThatThrownBy(() -> logIn(name, address))
                .isInstanceOfSatisfying(
                        LoginException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOGIN_THROTTLED));
    }

    /** The real rules, each in a transaction of its own, as the container would give them. */
    private final class TransactionalThrottle extends LoginThrottle {
        @Override
        void requireFree(Optional<UserName> name, String address) {
            inTransaction(throttle -> throttle.requireFree(name, address));
        }

        @Override
        void failed(Optional<UserName> name, String typed, String address) {
            inTransaction(throttle -> throttle.failed(name, typed, address));
        }

        @Override
        void closed(UserName name, ErrorCode why, String address) {
            inTransaction(throttle -> throttle.closed(name, why, address));
        }

        @Override
        void succeeded(UserName name, String address) {
            inTransaction(throttle -> throttle.succeeded(name, address));
        }

        @Override
        int purge(int most) {
            int[] removed = new int[1];
            inTransaction(throttle -> removed[0] = throttle.purge(most));
            return removed[0];
        }

        private void inTransaction(Consumer<LoginThrottle> action) {
            try (EntityManager own = database.open()) {
                LoginThrottle throttle = new LoginThrottle();
                throttle.users = new UserRepository(own);
                throttle.audit = TestAudit.on(own, LoginServiceIT.this.clock);
                throttle.clock = LoginServiceIT.this.clock;
                TestDatabase.inTransaction(own, () -> {
                    action.accept(throttle);
                    return null;
                });
            }
        }
    }
}
