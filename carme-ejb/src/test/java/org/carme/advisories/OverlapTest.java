package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carme.advisories.FindingRepository.Row;
import org.junit.jupiter.api.Test;

class OverlapTest {
    @Test
    void leavesOutWhatOthersTell() {
        assertThat(Overlap.of(List.of(
                        row(1, Severity.UNRATED, "PYSEC-2026-1", "CVE-2026-1", "GHSA-1"),
                        row(2, Severity.HIGH, "GHSA-1", "cve-2026-1"))))
                .as("the one that is rated stays")
                .containsExactly(1L);
        assertThat(Overlap.of(List.of(
                        row(1, Severity.UNRATED, "DSA-1", "CVE-2026-1", "CVE-2026-2"),
                        row(2, Severity.LOW, "DEBIAN-CVE-2026-1", "CVE-2026-1"),
                        row(3, Severity.LOW, "DEBIAN-CVE-2026-2", "CVE-2026-2"))))
                .containsExactly(1L);
        assertThat(Overlap.of(List.of(
                        row(1, Severity.LOW, "PYSEC-2026-1", "GHSA-1"),
                        row(2, Severity.LOW, "GHSA-1", "PYSEC-2026-1"))))
                .as("without a CVE as well")
                .hasSize(1);
    }

    @Test
    void keepsWhatTellsOfMore() {
        assertThat(Overlap.of(List.of(
                        row(1, Severity.UNRATED, "DSA-1", "CVE-2026-1", "CVE-2026-2"),
                        row(2, Severity.LOW, "DEBIAN-CVE-2026-1", "CVE-2026-1"))))
                .isEmpty();
    }

    private static Row row(long advisory, Severity severity, String... names) {
        return new Row(7, advisory, severity, List.of(names));
    }
}
