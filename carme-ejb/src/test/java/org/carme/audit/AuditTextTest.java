package org.carme.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditTextTest {
    @Test
    void keepsWhatFits() {
        assertThat(AuditText.bounded("Ada's <b>job</b> 👩‍🔬", 100)).isEqualTo("Ada's <b>job</b> 👩‍🔬");
        assertThat(AuditText.bounded("abcdef", 3)).isEqualTo("abc");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(AuditText.bounded("ab👍", 3)).isEqualTo("ab");
    }

    @Test
    void showsWhatCannotBeShown() {
        assertThat(AuditText.bounded("a\r\nb\u0000\ud83dc", 10)).isEqualTo("a\ufffd\ufffdb\ufffd\ufffdc");
    }
}
