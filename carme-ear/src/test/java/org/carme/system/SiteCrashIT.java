package org.carme.system;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on MariaDB; part of {@code ./carme test --all}. */
@EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
class SiteCrashIT extends CrashIT {
    @BeforeAll
    static void leaveTheUsualOne() {
        Portal.down();
        Api.forgetTokens();
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
        Api.forgetTokens();
    }

    @Override
    Map<String, String> settings() {
        return SiteIT.settings();
    }
}
