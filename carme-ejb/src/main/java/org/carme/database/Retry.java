package org.carme.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Repeats transactions: those that lost against another one by a deadlock, a lock that took too long or an outdated row. */
public final class Retry {
    private static final int ATTEMPTS = 5;
    private static final String SERIALIZATION_FAILURE = "40";
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int MYSQL_LOCK_TIMEOUT = 1205;
    private static final int DUPLICATE_KEY_CLASS = 23;

    private Retry() {}

    /**
     * Runs the action, again if it lost, at most five times in all.
     *
     * @param action a whole transaction, called from outside any transaction
     */
    public static <T> T onConflict(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isConflict(e)) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L, 20_000_000L * attempt));
            }
        }
    }

    /** The same for an action without a result. */
    public static void onConflict(Runnable action) {
        onConflict(() -> {
            action.run();
            return null;
        });
    }

    /**
     * Runs the transaction until it has a result, each time as {@link #onConflict(Supplier)} does: for what one holds at
     * a time, and gives up or is seen to be dead.
     *
     * @param pause between two attempts
     * @param stopped asked before each further one
     * @return empty if it was stopped
     */
    public static <T> Optional<T> untilPresent(Supplier<Optional<T>> action, Duration pause, BooleanSupplier stopped) {
        Optional<T> result = onConflict(action);
        while (result.isEmpty() && !stopped.getAsBoolean()) {
            LockSupport.parkNanos(pause.toNanos());
            result = onConflict(action);
        }
        return result;
    }

    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql && isConflict(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConflict(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith(SERIALIZATION_FAILURE)
                || state.startsWith(Integer.toString(DUPLICATE_KEY_CLASS))
                || failure.getErrorCode() == H2_LOCK_TIMEOUT
                || failure.getErrorCode() == MYSQL_LOCK_TIMEOUT;
    }
}
