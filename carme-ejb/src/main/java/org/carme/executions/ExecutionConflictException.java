package org.carme.executions;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** How an execution or its job stands now forbids it. */
public final class ExecutionConflictException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private ExecutionConflictException(String key, Object... arguments) {
        super(ErrorCode.CONFLICT, key, arguments);
    }

    static ExecutionConflictException running(String job) {
        return new ExecutionConflictException("conflict.batch-running", job);
    }

    static ExecutionConflictException over(long id) {
        return new ExecutionConflictException("conflict.batch-over", Long.toString(id));
    }

    /** Of one that somebody has gone on with, given up, or that has not failed. */
    public static ExecutionConflictException notRestartable(long id) {
        return new ExecutionConflictException("conflict.batch-restart", Long.toString(id));
    }

    static ExecutionConflictException notFailed(long id) {
        return new ExecutionConflictException("conflict.batch-abandon", Long.toString(id));
    }

    /** Of one that has failed, but does not end. */
    public static ExecutionConflictException hanging(long id) {
        return new ExecutionConflictException("conflict.batch-hanging", Long.toString(id));
    }

    /** Of one that was begun by another version or deployment. */
    public static ExecutionConflictException foreign(long id) {
        return new ExecutionConflictException("conflict.batch-foreign", Long.toString(id));
    }
}
