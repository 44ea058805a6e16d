package org.carme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.executions.Cause;
import org.carme.executions.ExecutionConflictException;
import org.carme.executions.ExecutionRecords;
import org.carme.executions.Launch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What begins in the runtime and what is written down of it. */
class BatchJobsTest {
    private final List<String> done = new ArrayList<>();
    private boolean isWritten;
    private boolean isStopTooEarly;
    private RuntimeException refusal;
    private final JobOperator operator = (JobOperator) Proxy.newProxyInstance(
            BatchJobsTest.class.getClassLoader(), new Class<?>[] {JobOperator.class}, (proxy, method, arguments) -> {
                done.add(method.getName() + " " + arguments[0]);
                if (method.getName().equals("stop") && isStopTooEarly) {
                    throw new JobExecutionNotRunningException();
                }
                if (method.getName().equals("restart")) {
                    throw refusal;
                }
                return method.getName().equals("start") ? 7L : null;
            });
    private final BatchJobs batchJobs = new BatchJobs() {
        @Override
        JobOperator operator() {
            return operator;
        }
    };

    @BeforeEach
    void open() {
        batchJobs.definitions = new JobDefinitions();
        batchJobs.here = new LocalRuns();
        batchJobs.records = new Records();
    }

    private Optional<Long> launch() {
        return batchJobs.launch(Launch.byPortal("clean-up", Map.of()));
    }

    @Test
    void writesDownWhatHasBegun() {
        isWritten = true;

        assertThat(launch()).contains(7L);
        assertThat(done).containsExactly("start clean-up", "written 7");
    }

    @Test
    void stopsWhatCannotBeWrittenDownBeforeItGivesTheSlotBack() {
        assertThatThrownBy(this::launch).hasMessage("not written");

        assertThat(done).containsExactly("start clean-up", "stop 7", "release clean-up");
    }

    @Test
    void givesTheSlotBackAndSaysWhyAlsoWhereTheStopComesBeforeTheRuntimeHasBegun() {
        isStopTooEarly = true;

        assertThatThrownBy(this::launch).hasMessage("not written");
        assertThat(done).containsExactly("start clean-up", "stop 7", "release clean-up");
    }

    @ParameterizedTest
    @MethodSource
    void refusesToGoOnWithWhatSomebodyElseHasGoneOnWith(RuntimeException refused) {
        refusal = refused;
        Launch again = new Launch("clean-up", Map.of(), Cause.ADMINISTRATOR, "admin", Optional.of(5L));

        assertThatThrownBy(() -> batchJobs.launch(again))
                .isInstanceOfSatisfying(
                        ExecutionConflictException.class,
                        conflict -> assertThat(conflict.messageKey()).isEqualTo("conflict.batch-restart"));
        assertThat(done).containsExactly("restart 5", "release clean-up");
    }

    static Stream<RuntimeException> refusesToGoOnWithWhatSomebodyElseHasGoneOnWith() {
        return Stream.of(new JobExecutionNotMostRecentException(), new JobExecutionAlreadyCompleteException());
    }

    private final class Records extends ExecutionRecords {
        @Override
        public boolean reserve(Launch launch) {
            return true;
        }

        @Override
        public void begun(long execution, Launch launch, Optional<Duration> limit) {
            if (!isWritten) {
                throw new IllegalStateException("not written");
            }
            done.add("written " + execution);
        }

        @Override
        public void release(Launch launch) {
            done.add("release " + launch.job());
        }
    }
}
