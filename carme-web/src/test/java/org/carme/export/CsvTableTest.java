package org.carme.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @Test
    void quotesWhatWouldBreakALine() throws IOException {
        assertThat(table("it's \"so\", really\nyes", "größer 👩‍🔬"))
                .isEqualTo("a,b\r\n\"it's \"\"so\"\", really\nyes\",größer 👩‍🔬\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void leavesNoFormulaActive(String text) throws IOException {
        assertThat(table(text, "")).contains("'" + text);
    }

    @Test
    void leavesNoFormulaActiveBehindASemicolon() throws IOException {
        assertThat(table("x;=1+1;y", "a-b;c")).contains("x;'=1+1;y,a-b;c");
    }

    @Test
    void keepsNumbersAndNothingAsTheyAre() throws IOException {
        assertThat(table(-7, null)).isEqualTo("a,b\r\n-7,\r\n");
    }

    @Test
    void writesTimesAsTheReadersClockWithItsOffset() throws IOException {
        assertThat(table(Instant.parse("2026-07-01T22:30:00Z"), Instant.parse("2026-11-26T22:30:00.125Z")))
                .isEqualTo("a,b\r\n2026-07-02T00:30:00+02:00,2026-11-26T23:30:00.125+01:00\r\n");
    }

    private static String table(Object... row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, ZoneId.of("Europe/Berlin"), "a", "b");
        table.row(row);
        table.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
