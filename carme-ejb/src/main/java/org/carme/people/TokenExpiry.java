package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.Retry;
import org.carme.users.TokenService;

/** Warnings that a token of the API is nearly over (B4). */
@ApplicationScoped
public class TokenExpiry {
    @Inject
    TokenService tokens;

    @Inject
    PeopleStore store;

    /**
     * A part of the tokens of which a warning may be due.
     *
     * @param after the last one of the part before, 0 for the first
     * @return ids, in their order; none if nothing is left
     */
    public List<Long> nearlyOver(long after, int limit) {
        return tokens.nearlyOver(after, limit);
    }

    /**
     * Warns its owner in a transaction of its own, unless he knows: the row keeps what was told.
     *
     * @return whether a warning was due
     */
    public boolean warn(long token) {
        return Retry.onConflict(() -> store.warnOfToken(token));
    }
}
