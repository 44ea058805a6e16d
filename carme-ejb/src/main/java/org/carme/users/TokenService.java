package org.carme.users;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.common.Secrets;

/** Personal tokens for the API: a user's own, scoped, expiring, revocable at once. */
@Stateless
public class TokenService {
    /** By this beginning a leaked token is recognised for what it is. */
    static final String PREFIX = "carme_";

    /** How many days before its end the owner of a token is warned, the most first. */
    static final List<Integer> WARNED_DAYS = List.of(7, 1);

    private static final int MOST = 50;
    private static final Duration LISTED = Duration.ofDays(30);

    @Inject
    UserRepository users;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    public CreatedToken create(String user, NewToken wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (users.tokens(user).stream().filter(token -> token.isValid(now)).count() >= MOST) {
            throw new InvalidRequestException("invalid-request.too-many-tokens", MOST);
        }
        String token = PREFIX + Secrets.random();
        TokenSummary made =
                users.add(new ApiToken(user, wanted, Secrets.hash(token), now)).summary();
        note(AuditAction.TOKEN_CREATED, user, user, made);
        return new CreatedToken(token, made);
    }

    /** @return newest first, expired ones included until they are cleaned up */
    public List<TokenSummary> list(String user) {
        return users.tokens(user).stream().map(ApiToken::summary).toList();
    }

    /** @throws TokenNotFoundException also when it belongs to someone else */
    public void revoke(String user, long id) {
        revoke(user, user, id);
    }

    /**
     * Revokes a token of somebody, in the caller's transaction if there is one.
     *
     * @throws TokenNotFoundException also when it belongs to someone else
     */
    public TokenSummary revoke(String actor, String user, long id) {
        ApiToken token = users.token(id)
                .filter(found -> found.belongsTo(user))
                .orElseThrow(() -> new TokenNotFoundException(id));
        users.remove(token);
        note(AuditAction.TOKEN_REVOKED, actor, user, token.summary());
        return token.summary();
    }

    private void note(AuditAction action, String actor, String user, TokenSummary token) {
        AuditObject object = new AuditObject("token", Long.toString(token.id()), token.name());
        String scopes = String.join(" ", new TreeSet<>(token.scopes()));
        audit.record(new AuditEvent(action, actor, user, object, scopes));
    }

    /**
     * Removes rows of tokens that have expired more than 30 days ago, in a transaction of its own; revoked ones have
     * none.
     *
     * @return how many were removed; none if nothing is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int purge(int most) {
        return users.removeTokensExpiredBefore(clock.instant().minus(LISTED), most);
    }

    /** A warning that somebody is to get: his token of that name ends within so many days. */
    public record Warning(String user, String token, int days) {}

    /**
     * A part of the tokens of which a warning may be due.
     *
     * @param after the last one of the part before, 0 for the first
     * @return ids, in their order
     */
    public List<Long> nearlyOver(long after, int limit) {
        Instant now = clock.instant();
        return users.tokensExpiring(now, now.plus(Duration.ofDays(WARNED_DAYS.get(0))), after, limit);
    }

    /** Notes in the caller's transaction that the owner is warned; empty if he need not be. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<Warning> takeWarning(long id) {
        return users.lockToken(id)
                .flatMap(token -> token.dueWarning(clock.instant()).map(days -> {
                    token.warned(days);
                    return token.warning(days);
                }));
    }

    /** @return empty for an unknown, expired or revoked token */
    public Optional<Bearer> authenticate(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiToken> found = users.tokenByHash(Secrets.hash(token)).filter(row -> row.isValid(now));
        found.filter(row -> row.isUseNews(now)).ifPresent(row -> row.used(now));
        return found.map(ApiToken::bearer);
    }
}
