package org.carme.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.carme.accounting.Statement;
import org.carme.accounting.StatementLine;
import org.carme.accounting.StatementSum;
import org.junit.jupiter.api.Test;

class StatementExportTest {
    @Test
    void writesALineForEachKindOfUse() throws IOException {
        Statement statement = new Statement(
                YearMonth.of(2026, 11),
                Optional.empty(),
                List.of(
                        new StatementLine("bob", "deep-sea", "", "a100", "gpu", new StatementSum(2, 5400, 3600)),
                        new StatementLine("bob", "", "=lab", "", "gpu", new StatementSum(1, 0, 1))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementExport.of(statement).writeTo(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                month,user,project,group,acceleratorType,partition,jobs,acceleratorHours,cpuHours
                2026-11,bob,deep-sea,,a100,gpu,2,1.5,1.0
                2026-11,bob,,'=lab,cpu,gpu,1,0.0,0.0
                """);
    }
}
