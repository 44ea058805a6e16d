package org.carme.advisories;

import java.util.EnumMap;
import java.util.Map;

/** How many advisories concern something. */
public record AdvisoryCounts(Map<Severity, Integer> bySeverity) {
    /** None at all. */
    public static final AdvisoryCounts NONE = new AdvisoryCounts(Map.of());

    public AdvisoryCounts {
        bySeverity = Map.copyOf(bySeverity);
    }

    public int of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0);
    }

    public int total() {
        return bySeverity.values().stream().mapToInt(Integer::intValue).sum();
    }

    AdvisoryCounts and(AdvisoryCounts others) {
        Map<Severity, Integer> together = new EnumMap<>(Severity.class);
        together.putAll(bySeverity);
        others.bySeverity().forEach((severity, count) -> together.merge(severity, count, Integer::sum));
        return new AdvisoryCounts(together);
    }
}
