package org.carme.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** A schema that is not empty when it is brought up to date. */
class UpgradeIT {
    private static final String BEFORE_VERSIONS_OF_IMAGES = "24.4";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1";

    @Test
    void givesImagesAFirstVersion() throws SQLException {
        migrate(MigrationVersion.fromVersion(BEFORE_VERSIONS_OF_IMAGES));
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO images (name, title, description) VALUES ('base', 'Base', 'What there is')");
            migrate(MigrationVersion.LATEST);

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

    private void migrate(MigrationVersion target) {
        Flyway.configure().dataSource(url, "sa", "").target(target).load().migrate();
    }
}
