package org.carme.system;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same with {@code carme.ear} on Payara Server. */
class ServerPackagingIT extends PackagingContract {
    @BeforeAll
    static void begin() {
        Portal.down();
        Portal.up(Map.of("CARME_PACKAGING", "server"));
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
    }
}
