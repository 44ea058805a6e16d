package org.carme.users;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whether the directory has locked an account (ppolicy, 389 DS) or let it expire (shadow accounts, RFC 2307). */
final class AccountState {
    private AccountState() {}

    /** @throws LoginException if the account may not be used */
    static void require(SearchResultEntry entry, Instant now) {
        if (entry.hasAttribute("pwdAccountLockedTime")
                || "true".equalsIgnoreCase(entry.getAttributeValue("nsAccountLock"))) {
            throw LoginException.locked();
        }
        Long lastDay = entry.getAttributeValueAsLong("shadowExpire");
        if (lastDay != null
                && lastDay >= 0
                && LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay() >= lastDay) {
            throw LoginException.expired();
        }
    }
}
