package org.carme.export;

import java.time.ZoneOffset;
import org.carme.accounting.Statement;
import org.carme.accounting.StatementLine;
import org.carme.accounting.StatementSum;

/** What was used in a month, as a table. */
public final class StatementExport {
    private StatementExport() {}

    public static Download of(Statement statement) {
        return out -> {
            CsvTable table = new CsvTable(
                    out,
                    ZoneOffset.UTC,
                    "month",
                    "user",
                    "project",
                    "group",
                    "acceleratorType",
                    "partition",
                    "jobs",
                    "acceleratorHours",
                    "cpuHours");
            for (StatementLine line : statement.lines()) {
                StatementSum sum = line.sum();
                table.row(
                        statement.month().toString(),
                        line.user(),
                        line.project(),
                        line.group(),
                        line.acceleratorType().isEmpty() ? "cpu" : line.acceleratorType(),
                        line.partition(),
                        sum.jobs(),
                        HoursExport.rounded(sum.acceleratorHours()),
                        HoursExport.rounded(sum.cpuHours()));
            }
            table.end();
        };
    }
}
