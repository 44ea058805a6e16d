package org.carme.faces.advisories;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.carme.advisories.AdvisoryCounts;
import org.carme.advisories.Severity;

/** So many advisories of that severity. */
public record CountLook(Severity severity, int count) {
    /** @return those that there are, the worst first */
    static List<CountLook> of(AdvisoryCounts counts) {
        return Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> new CountLook(severity, counts.of(severity)))
                .filter(look -> look.count() > 0)
                .toList();
    }

    public String tone() {
        return AdvisoryRow.tone(severity);
    }

    public String icon() {
        return AdvisoryRow.icon(severity);
    }
}
