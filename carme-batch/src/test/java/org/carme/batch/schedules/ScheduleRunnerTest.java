package org.carme.batch.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.batch.BatchJobs;
import org.carme.executions.Launch;
import org.carme.leases.Lease;
import org.carme.leases.Leases;
import org.carme.schedules.Fires;
import org.junit.jupiter.api.Test;

class ScheduleRunnerTest {
    private final ScheduleRunner runner = new ScheduleRunner();
    private final List<String> again = new ArrayList<>();
    private List<String> due = List.of("clean-up");
    private boolean isRunning;

    ScheduleRunnerTest() {
        runner.leases = new Leases() {
            @Override
            public Optional<Lease> take(String name, String holder) {
                return Optional.of(new Lease(name, holder, 1));
            }
        };
        runner.fires = new Fires() {
            @Override
            public List<String> due() {
                return due;
            }

            @Override
            public Optional<Map<String, String>> fire(Lease lease, String name) {
                due = List.of();
                return Optional.of(Map.of());
            }

            @Override
            public boolean again(Lease lease, String name) {
                again.add(name);
                return true;
            }
        };
        runner.batchJobs = new BatchJobs() {
            @Override
            public Optional<Long> launch(Launch launch) {
                return isRunning ? Optional.empty() : Optional.of(1L);
            }
        };
    }

    @Test
    void hasWhatIsDueWhileItRunsStartedOnceMore() {
        isRunning = true;
        runner.start();
        runner.start();
        runner.start();

        assertThat(again).containsExactly("clean-up");
    }

    @Test
    void hasWhatHasBegunNotStartedAgain() {
        runner.start();
        runner.start();

        assertThat(again).isEmpty();
    }
}
