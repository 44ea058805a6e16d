package org.carme.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditSealsTest {
    private static final Position BEGIN = new Position(0, "");

    @Test
    void writesEveryTextWithItsLength() {
        byte[] canonical = AuditSeals.canonical(1, List.of(2L), "s", List.of("ä", ""));

        assertThat(HexFormat.of().formatHex(canonical))
                .isEqualTo("01" + "0000000000000002" + "0000000173" + "00000002c3a4" + "00000000");
    }

    @Test
    void dependsOnEveryFieldAndOnItsPlace() {
        AuditSeals seals = TestAudit.seals(1);
        AuditRow row = row("alice", "laptop");

        assertThat(seals.next(BEGIN, row).seal())
                .hasSize(64)
                .isEqualTo(seals.next(BEGIN, row("alice", "laptop")).seal())
                .isNotEqualTo(seals.next(BEGIN, row("alic", "elaptop")).seal())
                .isNotEqualTo(seals.next(new Position(1, ""), row).seal())
                .isNotEqualTo(seals.next(new Position(0, "x"), row).seal())
                .isNotEqualTo(TestAudit.seals(2).next(BEGIN, row).seal());
    }

    private static AuditRow row(String actor, String detail) {
        return new AuditRow(TestAudit.event(actor, actor, detail), "192.0.2.1", Instant.ofEpochMilli(5));
    }
}
