package org.carme.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A token's row; the token itself is shown once and never stored. */
@Entity
@Table(name = "api_tokens")
class ApiToken {
    private static final Duration LAST_USE_PRECISION = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_name")
    private String user;

    private String name;

    @Column(name = "token_hash")
    private String hash;

    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "warned_days")
    private Integer warnedDays;

    /** For JPA. */
    protected ApiToken() {}

    ApiToken(String user, NewToken wanted, String hash, Instant now) {
        this.user = user;
        this.name = wanted.name();
        this.hash = hash;
        this.scopes = String.join(" ", new TreeSet<>(wanted.scopes()));
        this.createdAt = now;
        this.expiresAt = now.plus(wanted.lifetime());
    }

    boolean belongsTo(String somebody) {
        return user.equals(somebody);
    }

    boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** @return whether the use is worth writing down */
    boolean isUseNews(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(LAST_USE_PRECISION).isBefore(now);
    }

    void used(Instant now) {
        lastUsedAt = now;
    }

    /** Of a token that was not meant to last much longer than the warning there is none. */
    Optional<Integer> dueWarning(Instant now) {
        return TokenService.WARNED_DAYS.stream()
                .filter(days -> !expiresAt.isAfter(now.plus(Duration.ofDays(days))))
                .reduce((more, fewer) -> fewer)
                .filter(days -> isValid(now) && (warnedDays == null || warnedDays > days))
                .filter(days -> Duration.between(createdAt, expiresAt).toDays() > 2L * days);
    }

    TokenService.Warning warning(int days) {
        return new TokenService.Warning(user, name, days);
    }

    void warned(int days) {
        warnedDays = days;
    }

    Bearer bearer() {
        return new Bearer(user, Set.of(scopes.split(" ")));
    }

    TokenSummary summary() {
        return new TokenSummary(
                id, name, Set.of(scopes.split(" ")), createdAt, expiresAt, Optional.ofNullable(lastUsedAt));
    }
}
