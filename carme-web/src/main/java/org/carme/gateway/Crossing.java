package org.carme.gateway;

import java.time.Instant;

/** Something that is under way between a browser and a service and can be cut off. */
interface Crossing {
    /** @return the gateway session that has let it in */
    String session();

    String jobKey();

    /** Whether it has waited too long for something that should have come. */
    boolean isOverdue(Instant now);

    /** Ends it at once, from any thread; further calls do nothing. */
    void cut();
}
