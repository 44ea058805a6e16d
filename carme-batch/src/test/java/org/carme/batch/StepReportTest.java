package org.carme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.carme.executions.LogLine;
import org.carme.executions.StepNews;
import org.junit.jupiter.api.Test;

class StepReportTest {
    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void writesWhyItFailedIntoTheLogWhichKeepsEveryStepsFailure() {
        StepReport report = new StepReport();
        report.clock = Clock.systemUTC();
        report.reporting = new Reporting() {
            @Override
            boolean tell(long execution, StepNews told) {
                return told.lines().stream().map(LogLine::words).allMatch(lines::add);
            }

            @Override
            void fail(long execution, String step, String words) {
                failures.add(words);
            }
        };

        report.fail(new IllegalStateException("the disk is full"));

        assertThat(failures).containsExactly("IllegalStateException: the disk is full");
        assertThat(lines).isEqualTo(failures);
    }
}
