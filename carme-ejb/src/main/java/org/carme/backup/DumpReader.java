package org.carme.backup;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** Counts what the lines of a dump would make. */
final class DumpReader {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE `([^`]+)` \\(");
    private static final String ROW = "INSERT INTO `";
    private static final Pattern VERSION =
            Pattern.compile("INSERT INTO `" + Tables.HISTORY + "` VALUES \\(\\d+,'([0-9.]+)',.*");
    private static final String END = "-- Dump completed";

    private final Set<String> tables = new HashSet<>();
    private final Set<MigrationVersion> versions = new HashSet<>();
    private long rows;
    private boolean complete;

    void take(String line) {
        Matcher table = TABLE.matcher(line);
        if (table.matches()) {
            tables.add(table.group(1));
        } else if (line.startsWith(ROW)) {
            rows++;
            Matcher version = VERSION.matcher(line);
            if (version.matches()) {
                versions.add(MigrationVersion.fromVersion(version.group(1)));
            }
        }
        complete = line.startsWith(END) || (complete && line.isBlank());
    }

    /** @throws BackupFailedException if the dump broke off */
    Contents contents() {
        if (!complete) {
            throw new BackupFailedException("The dump of the database breaks off before its end");
        }
        return new Contents(Tables.newest(versions), tables, rows);
    }
}
