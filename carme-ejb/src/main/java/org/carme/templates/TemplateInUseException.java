package org.carme.templates;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Jobs that have not ended were started with the template. */
public final class TemplateInUseException extends CarmeException {
    private static final long serialVersionUID = 1L;

    TemplateInUseException(String name, long jobs) {
        super(ErrorCode.CONFLICT, "conflict.template-in-use", name, jobs);
    }
}
