package org.carme.users;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whether the directory has locked an account (ppolicy, 389 DS) or let it expire (shadow accounts, RFC 2307). */
final class AccountState {
    private static final String LOCKED_FOR_EVER = "000001010000Z";

    private AccountState() {}

    /** @throws LoginException if the account may not be used */
    static void require(SearchResultEntry entry, Instant now) {
        if (isLocked(entry)) {
            throw LoginException.locked();
        }
        if (hasExpired(entry, now)) {
            throw LoginException.expired();
        }
    }

    static boolean isUsable(SearchResultEntry entry, Instant now) {
        return !isLocked(entry) && !hasExpired(entry, now);
    }

    /** Locks of a limited time end unseen: those the server enforces itself, when somebody logs in. */
    private static boolean isLocked(SearchResultEntry entry) {
        return LOCKED_FOR_EVER.equals(entry.getAttributeValue("pwdAccountLockedTime"))
                || "true".equalsIgnoreCase(entry.getAttributeValue("nsAccountLock"));
    }

    private static boolean hasExpired(SearchResultEntry entry, Instant now) {
        Long lastDay = entry.getAttributeValueAsLong("shadowExpire");
        return lastDay != null
                && lastDay >= 0
                && LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay() >= lastDay;
    }
}
