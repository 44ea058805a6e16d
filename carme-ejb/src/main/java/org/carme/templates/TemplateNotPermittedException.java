package org.carme.templates;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The user may not use that template, or there is none of that name: the two are never told apart. */
public final class TemplateNotPermittedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public TemplateNotPermittedException(String name) {
        super(ErrorCode.NOT_PERMITTED, "not-permitted.template", name);
    }
}
