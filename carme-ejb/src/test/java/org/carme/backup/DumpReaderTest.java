package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DumpReaderTest {
    private static final List<String> LINES = List.of(
            "CREATE TABLE `flyway_schema_history` (",
            "INSERT INTO `flyway_schema_history` VALUES (9,'9','quotas','SQL','V9__quotas.sql',1,'carme','2026',1,1);",
            "INSERT INTO `flyway_schema_history` VALUES (10,'13.1','limits','SQL','V13_1__l.sql',1,'carme','2026',1,1);",
            "CREATE TABLE `news` (",
            "INSERT INTO `news` VALUES (1,'-- Dump completed\\nCREATE TABLE `no` (');");

    private static DumpReader after(List<String> lines) {
        DumpReader reader = new DumpReader();
        lines.forEach(reader::take);
        return reader;
    }

    @Test
    void countsTablesAndRowsAndFindsTheNewestVersion() {
        DumpReader reader = after(LINES);
        reader.take("-- Dump completed on 2026-11-27  2:30:01");

        Contents contents = reader.contents();

        assertThat(contents.schema()).isEqualTo("13.1");
        assertThat(contents.tables()).containsExactlyInAnyOrder("flyway_schema_history", "news");
        assertThat(contents.rows()).isEqualTo(3);
    }

    @Test
    void refusesADumpThatBreaksOff() {
        assertThatThrownBy(() -> after(LINES).contents())
                .isInstanceOf(BackupFailedException.class)
                .hasMessageContaining("breaks off");
    }
}
