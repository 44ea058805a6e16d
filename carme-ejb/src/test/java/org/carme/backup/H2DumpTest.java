package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DumpTest {
    @TempDir
    Path place;

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection open;
    private H2Dump dump;
    private Path file;

    @BeforeEach
    void have() throws SQLException {
        DatabaseAddress address =
                new DatabaseAddress("jdbc:h2:file:" + place.resolve("carme") + ";MODE=MySQL", "carme", "pass \"word");
        database.setURL(address.url());
        database.setUser(address.user());
        database.setPassword(address.password());
        open = database.getConnection();
        execute("CREATE TABLE \"flyway_schema_history\" (\"version\" VARCHAR(50))");
        execute("INSERT INTO \"flyway_schema_history\" VALUES ('9'), ('13.1'), (NULL)");
        execute("CREATE TABLE jobs (id INT, name VARCHAR(1000))");
        execute("INSERT INTO jobs SELECT x, RANDOM_UUID() FROM SYSTEM_RANGE(1, 1000)");
        dump = new H2Dump(database, address);
        file = place.resolve("made.h2.zip");
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void hasWhatIsCommittedWhileTheDatabaseIsInUse() throws IOException, SQLException {
        open.setAutoCommit(false);
        execute("DELETE FROM jobs");

        dump.write(file, () -> false);

        Contents contents = dump.read(file, () -> false);
        assertThat(contents.tables()).containsExactlyInAnyOrder("flyway_schema_history", "JOBS");
        assertThat(contents.rows()).isEqualTo(1003);
        assertThat(contents.schema()).isEqualTo("13.1");
    }

    @Test
    void refusesAFileThatIsDamaged() throws IOException, SQLException {
        dump.write(file, () -> false);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> dump.read(file, () -> false)).isInstanceOfAny(IOException.class, SQLException.class);
    }

    @Test
    void leavesNoUnpackedCopy() throws IOException, SQLException {
        dump.write(file, () -> false);
        dump.read(file, () -> false);

        assertThat(place).isDirectoryNotContaining("glob:**copy*");
    }
}
