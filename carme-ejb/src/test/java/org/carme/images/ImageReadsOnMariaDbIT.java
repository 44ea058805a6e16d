package org.carme.images;

import org.carme.database.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the other database. */
@EnabledIfEnvironmentVariable(named = "CARME_MARIADB_URL", matches = ".+")
class ImageReadsOnMariaDbIT extends ImageReadsIT {
    @Override
    TestDatabase database() {
        return TestDatabase.onMariaDb();
    }
}
