package org.carme.executions;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no such execution, batch job or skipped item. */
public final class ExecutionNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private ExecutionNotFoundException(String key, String name) {
        super(ErrorCode.NOT_FOUND, key, name);
    }

    static ExecutionNotFoundException execution(long id) {
        return new ExecutionNotFoundException("not-found.batch-execution", Long.toString(id));
    }

    static ExecutionNotFoundException skipped(long id) {
        return new ExecutionNotFoundException("not-found.batch-item", Long.toString(id));
    }

    /** Of a job that this version does not have. */
    public static ExecutionNotFoundException job(String name) {
        return new ExecutionNotFoundException("not-found.batch-job", name);
    }
}
