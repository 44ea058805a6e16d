package org.carme.cluster.slurm;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carme.cluster.Node.Availability;
import org.carme.cluster.SchedulerState;

/** All of Slurm's words for states, of jobs and of nodes. v0.0.38 gives one word, later versions a list with flags. */
final class SlurmStates {
    private static final Map<String, SchedulerState> JOBS = Map.ofEntries(
            entry("PENDING", SchedulerState.PENDING),
            entry("REQUEUED", SchedulerState.PENDING),
            entry("REQUEUE_FED", SchedulerState.PENDING),
            entry("REQUEUE_HOLD", SchedulerState.PENDING),
            entry("SPECIAL_EXIT", SchedulerState.PENDING),
            entry("RESV_DEL_HOLD", SchedulerState.PENDING),
            entry("CONFIGURING", SchedulerState.CONFIGURING),
            entry("POWER_UP_NODE", SchedulerState.CONFIGURING),
            entry("RUNNING", SchedulerState.RUNNING),
            entry("RESIZING", SchedulerState.RUNNING),
            entry("SIGNALING", SchedulerState.RUNNING),
            entry("SUSPENDED", SchedulerState.SUSPENDED),
            entry("STOPPED", SchedulerState.SUSPENDED),
            entry("COMPLETING", SchedulerState.COMPLETING),
            entry("STAGE_OUT", SchedulerState.COMPLETING),
            entry("COMPLETED", SchedulerState.COMPLETED),
            entry("CANCELLED", SchedulerState.CANCELLED),
            entry("REVOKED", SchedulerState.CANCELLED),
            entry("FAILED", SchedulerState.FAILED),
            entry("TIMEOUT", SchedulerState.TIMED_OUT),
            entry("DEADLINE", SchedulerState.TIMED_OUT),
            entry("NODE_FAIL", SchedulerState.NODE_FAILED),
            entry("BOOT_FAIL", SchedulerState.NODE_FAILED),
            entry("LAUNCH_FAILED", SchedulerState.NODE_FAILED),
            entry("RECONFIG_FAIL", SchedulerState.NODE_FAILED),
            entry("OUT_OF_MEMORY", SchedulerState.OUT_OF_MEMORY),
            entry("PREEMPTED", SchedulerState.PREEMPTED));

    /** These hide the word beside them, as v0.0.38 does of its own accord. */
    private static final List<SchedulerState> FLAGS =
            List.of(SchedulerState.COMPLETING, SchedulerState.CONFIGURING, SchedulerState.SUSPENDED);

    private static final Set<String> NODE_DOWN = Set.of(
            "DOWN",
            "ERROR",
            "UNKNOWN",
            "FUTURE",
            "NOT_RESPONDING",
            "INVALID",
            "INVALID_REG",
            "POWERING_DOWN",
            "REBOOT");
    private static final Set<String> NODE_DRAIN =
            Set.of("DRAIN", "DRAINED", "DRAINING", "FAIL", "FAILING", "MAINT", "MAINTENANCE", "REBOOT_ISSUED");
    private static final Set<String> NODE_BUSY = Set.of("ALLOCATED", "MIXED", "COMPLETING");

    private SlurmStates() {}

    /** @param words in capitals; those that are not known do not count */
    static SchedulerState job(Collection<String> words) {
        List<SchedulerState> states =
                words.stream().filter(JOBS::containsKey).map(JOBS::get).toList();
        return FLAGS.stream()
                .filter(states::contains)
                .findFirst()
                .orElse(states.isEmpty() ? SchedulerState.UNKNOWN : states.get(0));
    }

    /** @param words in capitals, the state and its flags; a node without a known word is not relied on */
    static Availability node(Collection<String> words) {
        boolean busy = !Collections.disjoint(words, NODE_BUSY);
        if (!Collections.disjoint(words, NODE_DOWN) || (!busy && !words.contains("IDLE"))) {
            return Availability.DOWN;
        }
        if (!Collections.disjoint(words, NODE_DRAIN)) {
            return busy ? Availability.DRAINING : Availability.DRAINED;
        }
        return busy ? Availability.IN_USE : Availability.IDLE;
    }
}
