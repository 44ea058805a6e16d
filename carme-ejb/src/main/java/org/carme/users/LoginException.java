package org.carme.users;

import java.time.Duration;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Nobody was logged in; the code says why, as far as somebody without a correct password may know. */
public final class LoginException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private LoginException(ErrorCode code, String messageKey, Object... arguments) {
        super(code, messageKey, arguments);
    }

    private LoginException(ErrorCode code) {
        this(code, code.code());
    }

    /** Wrong name or wrong password: the two are never told apart. */
    static LoginException refused() {
        return new LoginException(ErrorCode.LOGIN_REFUSED);
    }

    static LoginException throttled(Duration wait) {
        return new LoginException(
                ErrorCode.LOGIN_THROTTLED, ErrorCode.LOGIN_THROTTLED.code(), Math.max(1, wait.toSeconds()));
    }

    /** The password was right, but the account is locked. */
    static LoginException locked() {
        return new LoginException(ErrorCode.ACCOUNT_LOCKED);
    }

    /** The password was right, but the account or its password has expired. */
    static LoginException expired() {
        return new LoginException(ErrorCode.ACCOUNT_EXPIRED);
    }

    /** The password was right, but no group of the account gives a role here. */
    static LoginException withoutRole() {
        return new LoginException(ErrorCode.NOT_PERMITTED, "not-permitted.portal");
    }
}
