package org.carme.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of a database, and where the version of its schema stands. */
final class Tables {
    static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /** @return their names, as the database writes them */
    static Set<String> of(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    static String newest(Collection<MigrationVersion> versions) {
        return versions.stream()
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("");
    }
}
