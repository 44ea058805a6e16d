package org.carme.system;

import org.junit.jupiter.api.BeforeAll;

/** The main job on Payara Micro, as everywhere else. */
class MainJobIT extends PackagingContract {
    @BeforeAll
    static void begin() {
        Portal.up();
    }
}
