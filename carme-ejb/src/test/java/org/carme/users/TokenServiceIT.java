package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServiceIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final SettableClock clock = new SettableClock();
    private final TokenService tokens = new TokenService();

    @BeforeEach
    void open() {
        tokens.users = new UserRepository(entityManager);
        tokens.audit = TestAudit.on(entityManager, clock);
        tokens.clock = clock;
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void knowsWhoseTokenItIsAndWhatItMayDo() {
        CreatedToken created = create("alice", "laptop", Set.of(NewToken.READ));

        assertThat(created.token()).startsWith("carme_").hasSizeGreaterThan(40);
        assertThat(authenticate(created.token())).hasValue(new Bearer("alice", Set.of("jobs:read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "carme_", "carme_x", "Bearer", "' OR 1=1 --"})
    void knowsNobodyByAnythingElse(String token) {
        create("alice", "laptop", NewToken.SCOPES);

        assertThat(authenticate(token)).isEmpty();
    }

    @Test
    void keepsNoToken() {
        String token = create("alice", "laptop", NewToken.SCOPES).token();

        assertThat(entityManager
                        .createNativeQuery("SELECT token_hash FROM api_tokens")
                        .getSingleResult())
                .isNotEqualTo(token)
                .isEqualTo(Secrets.hash(token));
    }

    @Test
    void endsWithItsTime() {
        String token = create("alice", "laptop", NewToken.SCOPES).token();
        clock.forward(Duration.ofDays(1).minusMillis(1));
        assertThat(authenticate(token)).isPresent();
        clock.forward(Duration.ofMillis(1));

        assertThat(authenticate(token)).isEmpty();
    }

    @Test
    void endsWhenItIsRevokedByItsOwnerOnly() {
        CreatedToken created = create("alice", "laptop", NewToken.SCOPES);
        long id = created.summary().id();

        assertThatThrownBy(() -> tokens.revoke("bob", id)).isInstanceOf(TokenNotFoundException.class);
        assertThat(authenticate(created.token())).isPresent();
        inTransaction(() -> {
            tokens.revoke("alice", id);
            return null;
        });
        assertThat(authenticate(created.token())).isEmpty();
        assertThatThrownBy(() -> tokens.revoke("alice", id)).isInstanceOf(TokenNotFoundException.class);
    }

    @Test
    void writesDownWhoMadeAndRevokedIt() {
        CreatedToken created = create("alice", "laptop", NewToken.SCOPES);
        inTransaction(() -> {
            tokens.revoke("alice", created.summary().id());
            return null;
        });

        List<AuditEntry> entries =
                tokens.audit.own("alice", AuditQuery.ALL, 50, Optional.empty()).entries();

        assertThat(entries).extracting(AuditEntry::action).containsExactly("token-revoked", "token-created");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.object().name()).isEqualTo("laptop");
            assertThat(entry.toString()).doesNotContain(created.token());
        });
    }

    @Test
    void writesTheLastUseDownOnceAMinuteAtMost() {
        String token = create("alice", "laptop", NewToken.SCOPES).token();
        Instant first = clock.instant();
        authenticate(token);
        clock.forward(Duration.ofSeconds(59));
        authenticate(token);
        assertThat(lastUse()).isEqualTo(first);
        clock.forward(Duration.ofSeconds(2));
        authenticate(token);

        assertThat(lastUse()).isEqualTo(clock.instant());
    }

    @Test
    void listsOnesOwnOnly() {
        create("alice", "laptop", NewToken.SCOPES);
        create("alice", "desktop", NewToken.SCOPES);
        create("bob", "phone", NewToken.SCOPES);

        assertThat(tokens.list("alice")).extracting(TokenSummary::name).containsExactly("desktop", "laptop");
    }

    @Test
    void keepsFiftyOfAUserAtMost() {
        for (int i = 0; i < 50; i++) {
            create("alice", "token " + i, NewToken.SCOPES);
        }
        assertThatThrownBy(() -> create("alice", "one more", NewToken.SCOPES))
                .isInstanceOf(InvalidRequestException.class);
        create("bob", "his first", NewToken.SCOPES);
        clock.forward(Duration.ofDays(2));

        create("alice", "expired ones do not count", NewToken.SCOPES);
    }

    @Test
    void removesWhatExpiredAMonthAgoAFewAtATime() {
        create("alice", "laptop", NewToken.SCOPES);
        create("alice", "desktop", NewToken.SCOPES);
        create("bob", "phone", NewToken.SCOPES);
        clock.forward(Duration.ofDays(31));
        assertThat(purge()).as("expired 30 days ago").isZero();
        create("alice", "new", NewToken.SCOPES);
        clock.forward(Duration.ofMillis(1));

        assertThat(List.of(purge(), purge(), purge())).containsExactly(2, 1, 0);
        assertThat(tokens.list("alice")).extracting(TokenSummary::name).containsExactly("new");
    }

    @Test
    void warnsAWeekAndADayBeforeTheEndOnceEach() {
        long id = lasting("laptop", 90);

        clock.forward(Duration.ofDays(83).minusMillis(1));
        assertThat(warnings()).isEmpty();
        clock.forward(Duration.ofMillis(1));
        assertThat(warnings()).containsExactly(new TokenService.Warning("alice", "laptop", 7));
        assertThat(warnings()).as("told already").isEmpty();
        clock.forward(Duration.ofDays(6));
        assertThat(warnings()).containsExactly(new TokenService.Warning("alice", "laptop", 1));
        clock.forward(Duration.ofDays(1));
        assertThat(warnings()).as("over").isEmpty();
        assertThat(inTransaction(() -> tokens.takeWarning(id))).isEmpty();
    }

    @Test
    void warnsOfNoneThatWasMeantToEndSoon() {
        lasting("for a week", 8);
        lasting("for a day", 1);
        clock.forward(Duration.ofHours(2));

        assertThat(warnings()).isEmpty();
        clock.forward(Duration.ofDays(7));
        assertThat(warnings()).extracting(TokenService.Warning::token).containsExactly("for a week");
    }

    @Test
    void findsThoseThatEndSoonInParts() {
        List<Long> made = List.of(lasting("a", 2), lasting("b", 2), lasting("c", 2));
        lasting("later", 90);

        assertThat(tokens.nearlyOver(0, 2)).isEqualTo(made.subList(0, 2));
        assertThat(tokens.nearlyOver(made.get(1), 2)).isEqualTo(made.subList(2, 3));
    }

    private List<TokenService.Warning> warnings() {
        return tokens.nearlyOver(0, 100).stream()
                .flatMap(id -> inTransaction(() -> tokens.takeWarning(id)).stream())
                .toList();
    }

    private long lasting(String name, int days) {
        NewToken wanted = new NewToken(name, Duration.ofDays(days), NewToken.SCOPES);
        return inTransaction(() -> tokens.create("alice", wanted)).summary().id();
    }

    private int purge() {
        return inTransaction(() -> tokens.purge(2));
    }

    private CreatedToken create(String user, String name, Set<String> scopes) {
        return inTransaction(() -> tokens.create(user, new NewToken(name, Duration.ofDays(1), scopes)));
    }

    private Optional<Bearer> authenticate(String token) {
        return inTransaction(() -> tokens.authenticate(token));
    }

    private Instant lastUse() {
        return tokens.list("alice").get(0).lastUsedAt().orElseThrow();
    }

    private <T> T inTransaction(Supplier<T> action) {
        return TestDatabase.inTransaction(entityManager, action);
    }
}
