package org.carme.jobs;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The directory knows the user, but jobs cannot run as him: an administrator must complete the account. */
public final class NoClusterAccountException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private NoClusterAccountException(ErrorCode code, String user) {
        super(code, code.code(), user);
    }

    static NoClusterAccountException withoutUnixAccount(String user) {
        return new NoClusterAccountException(ErrorCode.NO_UNIX_ACCOUNT, user);
    }

    static NoClusterAccountException withoutAssociation(String user) {
        return new NoClusterAccountException(ErrorCode.NO_CLUSTER_ACCOUNT, user);
    }
}
