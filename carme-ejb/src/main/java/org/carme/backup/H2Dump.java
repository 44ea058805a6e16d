package org.carme.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/** The database's file, copied by H2 itself: consistent, and nobody is kept waiting. */
final class H2Dump implements Dump {
    private static final String FILE = ".mv.db";

    private final DataSource dataSource;
    private final DatabaseAddress address;

    H2Dump(DataSource dataSource, DatabaseAddress address) {
        this.dataSource = dataSource;
        this.address = address;
    }

    @Override
    public String kind() {
        return "h2";
    }

    @Override
    public String ending() {
        return ".h2.zip";
    }

    @Override
    public void write(Path file, BooleanSupplier stopped) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, file.toString());
            backup.execute();
        }
    }

    /** Unpacks it beside the file, opens that and looks into each table. */
    @Override
    public Contents read(Path file, BooleanSupplier stopped) throws IOException, SQLException {
        Path database = file.resolveSibling("copy-" + UUID.randomUUID());
        Path copy = file.resolveSibling(database.getFileName() + FILE);
        unpack(file, copy);
        String url = "jdbc:h2:file:" + database + ";MODE=MySQL;ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password())) {
            return count(connection, stopped);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void unpack(Path file, Path copy) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(FILE)) {
                    Files.copy(zip, copy);
                    return;
                }
            }
        }
        throw new BackupFailedException("There is no database in " + file.getFileName());
    }

    private static Contents count(Connection connection, BooleanSupplier stopped) throws SQLException {
        Set<String> tables = Tables.of(connection);
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                if (stopped.getAsBoolean()) {
                    return Contents.NONE;
                }
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
            return new Contents(version(statement, tables), tables, rows);
        }
    }

    private static String version(Statement statement, Set<String> tables) throws SQLException {
        Set<MigrationVersion> versions = new HashSet<>();
        if (tables.contains(Tables.HISTORY)) {
            String done = "SELECT \"version\" FROM \"" + Tables.HISTORY + "\" WHERE \"version\" IS NOT NULL";
            try (ResultSet rows = statement.executeQuery(done)) {
                while (rows.next()) {
                    versions.add(MigrationVersion.fromVersion(rows.getString(1)));
                }
            }
        }
        return Tables.newest(versions);
    }
}
