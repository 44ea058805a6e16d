package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carme.common.ErrorCode;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;

/** Users change their passwords in the directory. */
@ApplicationScoped
public class PasswordService {
    @Inject
    PasswordPolicy policy;

    @Inject
    LoginService logins;

    @Inject
    PasswordStore store;

    /**
     * Changes the password, and ends the user's other sessions: whoever knew the old one may have opened them. API tokens
     * stay.
     *
     * @param present checked as at a login, slowly after failures
     * @param session key of the session that goes on; empty: none does
     * @param address where the request comes from
     * @return how many sessions were ended
     * @throws InvalidRequestException naming what is wrong with either password
     * @throws LoginException while further tries have to wait, or if the account may no longer be used
     * @throws DirectoryUnavailableException if the directory is away
     */
    public int change(String user, String present, String next, Optional<String> session, String address) {
        if (!policy.isEnabled()) {
            throw new InvalidRequestException("invalid-request.password-elsewhere");
        }
        UserName name = UserName.of(user).orElseThrow(() -> new UnknownPersonException(user));
        policy.check(name, next);
        if (next.equals(present)) {
            throw InvalidRequestException.about("next", "invalid-request.password-same");
        }
        try {
            logins.changePassword(name, present, next, address);
        } catch (LoginException e) {
            if (e.code() == ErrorCode.LOGIN_REFUSED) {
                throw InvalidRequestException.about("present", "invalid-request.password-present");
            }
            throw e;
        }
        return Retry.onConflict(() -> store.changed(name.text(), session));
    }
}
