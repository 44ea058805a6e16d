package org.carme.agentlistener;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The agent speaks a version of the protocol that this portal does not know. */
final class ProtocolUnsupportedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    ProtocolUnsupportedException(int version) {
        super(ErrorCode.PROTOCOL_UNSUPPORTED, "protocol-unsupported", version);
    }
}
