package org.carme.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A schema that is not empty when it is brought up to date. */
class UpgradeIT {
    private static final String BEFORE_VERSIONS_OF_IMAGES = "24.4";
    private static final String BEFORE_NEWS_OF_SELF_TESTS = "42";

    private final EmptyDatabase database = database();

    EmptyDatabase database() {
        return EmptyDatabase.inMemory();
    }

    @AfterEach
    void remove() throws SQLException {
        if (database.atTheEnd().isPresent()) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(database.atTheEnd().get());
            }
        }
    }

    @Test
    void givesImagesAFirstVersion() throws SQLException {
        database.migrate(MigrationVersion.fromVersion(BEFORE_VERSIONS_OF_IMAGES));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO images (name, title, description) VALUES ('base', 'Base', 'What there is')");
            database.migrate(MigrationVersion.LATEST);

            try (ResultSet row = statement.executeQuery(
                    "SELECT name, runtime, state, created_at FROM image_versions WHERE image_name = 'base'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("name")).isEqualTo("1");
                assertThat(row.getString("runtime")).isEqualTo("none");
                assertThat(row.getString("state")).isEqualTo("ACTIVE");
                assertThat(Instant.ofEpochMilli(row.getLong("created_at")))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now());
                assertThat(row.next()).isFalse();
            }
        }
    }

    @Test
    void takesSelfTestsForToldButThoseThatWereInterrupted() throws SQLException {
        database.migrate(MigrationVersion.fromVersion(BEFORE_NEWS_OF_SELF_TESTS));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO canary_runs (started_at, seen_at, ended_at, failed_stage, trouble) VALUES"
                    + " (1, 1, 1, 'SLURM', 'Resources'), (2, 2, 2, 'START', 'The portal was stopped meanwhile'),"
                    + " (3, 3, NULL, NULL, '')");
            database.migrate(MigrationVersion.LATEST);

            try (ResultSet rows =
                    statement.executeQuery("SELECT told, interrupted FROM canary_runs ORDER BY started_at")) {
                for (boolean[] wanted : new boolean[][] {{true, false}, {false, true}, {false, false}}) {
                    assertThat(rows.next()).isTrue();
                    assertThat(new boolean[] {rows.getBoolean("told"), rows.getBoolean("interrupted")})
                            .isEqualTo(wanted);
                }
            }
        }
    }
}
