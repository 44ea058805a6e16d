package org.carme.templates;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no template of that name. */
public final class TemplateNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    TemplateNotFoundException(String name) {
        super(ErrorCode.NOT_FOUND, "not-found.template", name);
    }
}
