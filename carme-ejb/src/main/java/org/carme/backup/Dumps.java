package org.carme.backup;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Which kind of database this is. */
@ApplicationScoped
class Dumps {
    @Inject
    DatabaseAddress address;

    @Resource(lookup = "jdbc/carme")
    DataSource dataSource;

    Dump present() {
        if (address.isFile()) {
            return new H2Dump(dataSource, address);
        }
        return address.server()
                .map(server -> new MariaDbDump(server, address))
                .orElseThrow(
                        () -> new BackupFailedException("carme.db.url: this database has to be backed up by its own"
                                + " means; set carme.backup.folder to nothing"));
    }

    /** @return the tables that there are now, all of which must be in a backup */
    Set<String> tables() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Tables.of(connection);
        }
    }
}
