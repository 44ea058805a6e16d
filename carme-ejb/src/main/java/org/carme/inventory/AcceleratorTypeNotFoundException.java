package org.carme.inventory;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The cluster has no such accelerator type, and nobody has ever described one. */
public final class AcceleratorTypeNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    AcceleratorTypeNotFoundException(String name) {
        super(ErrorCode.NOT_FOUND, "not-found.accelerator-type", name);
    }
}
