package org.carme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.context.StepContext;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.carme.executions.LogLine;
import org.carme.executions.StepNews;
import org.junit.jupiter.api.Test;

class StepReportTest {
    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final AtomicReference<Serializable> kept = new AtomicReference<>();

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

    @Test
    void givesTheRuntimeWhatARestartIsToKnow() {
        assertThat(restarted().remembered()).isEmpty();
        restarted().remember("12:seal");

        assertThat(kept).hasValue("12:seal");
        assertThat(restarted().remembered()).contains("12:seal");
    }

    private StepReport restarted() {
        StepReport report = new StepReport();
        report.step = (StepContext) Proxy.newProxyInstance(
                StepReportTest.class.getClassLoader(),
                new Class<?>[] {StepContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("setPersistentUserData")) {
                        kept.set((Serializable) arguments[0]);
                        return null;
                    }
                    return kept.get();
                });
        return report;
    }
}
