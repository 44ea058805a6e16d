package org.carme.usage;

import org.carme.database.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the other database. */
@EnabledIfEnvironmentVariable(named = "CARME_MARIADB_URL", matches = ".+")
class UsageOnMariaDbIT extends UsageIT {
    @Override
    TestDatabase database() {
        return TestDatabase.onMariaDb();
    }
}
