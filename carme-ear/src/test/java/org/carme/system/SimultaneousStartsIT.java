package org.carme.system;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On H2; {@link MariaDbIT} does the same. */
class SimultaneousStartsIT {
    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void keepsToTheLimit() {
        SimultaneousStarts.keepToTheLimit();
    }

    @Test
    void makesOneJobOfOneKey() {
        SimultaneousStarts.makeOneJobOfOneKey();
    }
}
