package org.carme.agents;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The agent's secret is not good: unknown, used, or for another job or node. Which of these, only the log says. */
public final class BootstrapRefusedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    BootstrapRefusedException(String why) {
        super(ErrorCode.BOOTSTRAP_REFUSED, "bootstrap-refused", why);
    }
}
