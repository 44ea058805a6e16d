package org.carme.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The database does not answer; whether the transaction was kept is not known. */
public final class DatabaseUnavailableException extends CarmeException {
    private static final long serialVersionUID = 1L;

    /** "Connection exception" of ISO/IEC 9075-2, subclasses included. */
    private static final String CONNECTION_CLASS = "08";

    private DatabaseUnavailableException(Throwable cause) {
        super(ErrorCode.DATABASE_UNAVAILABLE, ErrorCode.DATABASE_UNAVAILABLE.code());
        initCause(cause);
    }

    /**
     * What is to be told of a failure that no service has foreseen.
     *
     * @return empty unless a lost or refused connection is among its causes
     */
    public static Optional<DatabaseUnavailableException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnection(sql)) {
                return Optional.of(new DatabaseUnavailableException(failure));
            }
        }
        return Optional.empty();
    }

    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || (state != null && state.startsWith(CONNECTION_CLASS));
    }
}
