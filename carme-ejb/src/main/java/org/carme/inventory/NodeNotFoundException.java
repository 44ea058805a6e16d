package org.carme.inventory;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No node of that name is gone. */
public final class NodeNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    NodeNotFoundException(String name) {
        super(ErrorCode.NOT_FOUND, "not-found.node", name);
    }
}
