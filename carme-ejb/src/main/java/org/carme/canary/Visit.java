package org.carme.canary;

import java.io.IOException;
import java.util.Optional;

/** Someone who has come through the gateway to a service. */
interface Visit {
    /** Asks for the first page. */
    void open() throws IOException;

    /** Has a kernel begin to add up 1 and 1. */
    void calculate() throws IOException;

    /** @return empty while nobody has answered */
    Optional<String> sum();

    /** Leaves; what is open is closed. */
    void leave();
}
