package org.carme.export;

import java.time.ZoneOffset;
import java.util.List;
import org.carme.quotas.MemberHours;

/** What the members of a project use of its hours, as a table. */
public final class HoursExport {
    private static final double THOUSAND = 1000;

    private HoursExport() {}

    /** @param hours in the order of the table */
    public static Download of(List<MemberHours> hours) {
        return out -> {
            CsvTable table =
                    new CsvTable(out, ZoneOffset.UTC, "user", "acceleratorType", "used", "running", "queued", "left");
            for (MemberHours row : hours) {
                table.row(
                        row.user(),
                        row.acceleratorType(),
                        rounded(row.used()),
                        rounded(row.running()),
                        rounded(row.queued()),
                        row.left().map(HoursExport::rounded).orElse(null));
            }
            table.end();
        };
    }

    static Double rounded(double hours) {
        return Math.round(hours * THOUSAND) / THOUSAND;
    }
}
