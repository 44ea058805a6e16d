package org.carme.executions;

import org.carme.database.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the other database. */
@EnabledIfEnvironmentVariable(named = "CARME_MARIADB_URL", matches = ".+")
class ExecutionListOnMariaDbIT extends ExecutionListIT {
    @Override
    TestDatabase database() {
        return TestDatabase.onMariaDb();
    }
}
