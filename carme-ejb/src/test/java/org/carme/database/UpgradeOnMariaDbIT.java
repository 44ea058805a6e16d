package org.carme.database;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the other database. */
@EnabledIfEnvironmentVariable(named = "CARME_MARIADB_URL", matches = ".+")
class UpgradeOnMariaDbIT extends UpgradeIT {
    @Override
    EmptyDatabase database() {
        return EmptyDatabase.onMariaDb();
    }
}
