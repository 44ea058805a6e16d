package org.carme.advisories;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several databases tell of the same fault: PyPI's and GitHub's, or Debian's notes on each CVE and its announcement of an
 * update for several. One that tells of no other fault than those before it is left out of lists and counts.
 */
final class Overlap {
    private static final Comparator<FindingRepository.Row> TELLING = Comparator.<FindingRepository.Row>comparingInt(
                    row -> faults(row).size())
            .thenComparing(FindingRepository.Row::severity, Comparator.reverseOrder())
            .thenComparing(row -> row.names().get(0));

    private Overlap() {}

    /**
     * @param rows all of one package
     * @return the advisories that tell of nothing else than others
     */
    static List<Long> of(List<FindingRepository.Row> rows) {
        Set<String> told = new HashSet<>();
        return rows.stream()
                .sorted(TELLING)
                .filter(row -> !told.addAll(faults(row)))
                .map(FindingRepository.Row::advisory)
                .toList();
    }

    /** @return its CVEs; all its names if it has none */
    private static Set<String> faults(FindingRepository.Row row) {
        Set<String> names =
                row.names().stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        Set<String> known =
                names.stream().filter(name -> name.startsWith("CVE-")).collect(Collectors.toSet());
        return known.isEmpty() ? names : known;
    }
}
