package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carme.cluster.Node.Availability;
import org.carme.cluster.SchedulerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlurmStatesTest {
    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING",
        "RUNNING CONFIGURING, CONFIGURING",
        "RUNNING, RUNNING",
        "RUNNING SIGNALING, RUNNING",
        "CANCELLED COMPLETING, COMPLETING",
        "COMPLETED, COMPLETED",
        "CANCELLED, CANCELLED",
        "FAILED LAUNCH_FAILED, FAILED",
        "TIMEOUT, TIMED_OUT",
        "DEADLINE, TIMED_OUT",
        "NODE_FAIL, NODE_FAILED",
        "BOOT_FAIL, NODE_FAILED",
        "OUT_OF_MEMORY, OUT_OF_MEMORY",
        "PREEMPTED, PREEMPTED",
        "PENDING REQUEUED, PENDING",
        "SPECIAL_EXIT, PENDING",
        "SUSPENDED, SUSPENDED",
        "RUNNING SOMETHING_NEW, RUNNING",
        "SOMETHING_NEW, UNKNOWN"
    })
    void translatesStatesOfJobs(String words, SchedulerState state) {
        assertThat(SlurmStates.job(List.of(words.split(" ")))).isEqualTo(state);
    }

    @Test
    void doesNotKnowAJobWithoutState() {
        assertThat(SlurmStates.job(List.of())).isEqualTo(SchedulerState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "IDLE, IDLE",
        "MIXED, IN_USE",
        "ALLOCATED, IN_USE",
        "IDLE COMPLETING, IN_USE",
        "IDLE PLANNED, IDLE",
        "IDLE POWERED_DOWN, IDLE",
        "IDLE DRAIN, DRAINED",
        "MIXED DRAIN, DRAINING",
        "ALLOCATED DRAIN NOT_RESPONDING, DOWN",
        "IDLE MAINTENANCE, DRAINED",
        "DOWN, DOWN",
        "DOWN DRAIN, DOWN",
        "DOWN NOT_RESPONDING, DOWN",
        "IDLE INVALID_REG, DOWN",
        "UNKNOWN, DOWN",
        "SOMETHING_NEW, DOWN"
    })
    void translatesStatesOfNodes(String words, Availability availability) {
        assertThat(SlurmStates.node(List.of(words.split(" ")))).isEqualTo(availability);
    }
}
