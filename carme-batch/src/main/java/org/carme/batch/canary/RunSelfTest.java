package org.carme.batch.canary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.carme.batch.Step;
import org.carme.canary.CanaryHost;
import org.carme.canary.CanaryRuns;
import org.carme.canary.Stage;

/** One self-test, or none if another portal is at it. */
@Named
@Dependent
public class RunSelfTest extends Step {
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final double SECOND = 1000;

    @Inject
    CanaryRuns canary;

    private int told;

    @Override
    protected String work() {
        return canary.run(new Host());
    }

    /** Those that are left out are over, too. */
    private void tell(int stages) {
        if (stages > told) {
            report.done(stages - told);
            told = stages;
        }
    }

    private static int number(Stage stage) {
        return STAGES.indexOf(stage) + 1;
    }

    private static String after(Duration time) {
        return String.format(Locale.ROOT, " after %.1f s", time.toMillis() / SECOND);
    }

    /** Its attempts are given up when the step is to stop, and its stages are lines and the progress of the step. */
    private final class Host implements CanaryHost {
        @Override
        public boolean isStopped() {
            return RunSelfTest.this.isStopped();
        }

        @Override
        public CompletableFuture<Boolean> begin(Supplier<Boolean> attempt) {
            return RunSelfTest.this.begin(attempt);
        }

        @Override
        public void await(Runnable action) {
            RunSelfTest.this.await(() -> {
                action.run();
                return true;
            });
        }

        @Override
        public void begins(Stage stage) {
            if (told == 0) {
                report.outOf(STAGES.size());
            }
            tell(number(stage) - 1);
            report.say("Stage " + number(stage) + " of " + STAGES.size() + ", " + stage.code() + ", begins");
        }

        @Override
        public void passed(Stage stage, Duration time) {
            tell(number(stage));
            report.say("Passed " + stage.code() + after(time));
        }

        @Override
        public void failed(Stage stage, Duration time, String why) {
            tell(number(stage));
            report.say("Failed at " + stage.code() + after(time) + (why.isEmpty() ? "" : ": " + why));
        }
    }
}
