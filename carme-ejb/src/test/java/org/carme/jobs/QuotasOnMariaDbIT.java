package org.carme.jobs;

import java.util.List;
import java.util.Random;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The random lives of jobs of {@link QuotaPropertiesIT} on the other database. */
@EnabledIfEnvironmentVariable(named = "CARME_MARIADB_URL", matches = ".+")
class QuotasOnMariaDbIT {
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverExceedsALimitAndNeverLeaks(long seed) {
        List<Integer> choices = new Random(seed).ints(STEPS, 0, 100).boxed().toList();
        try (TestDatabase database = TestDatabase.onMariaDb()) {
            new QuotaPropertiesIT().check(database, choices);
        }
    }
}
