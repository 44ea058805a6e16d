package org.carme.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A job to submit.
 *
 * @param tag goes with the job as its comment, so that it can be found again after a crash
 * @param account empty: the user's default account
 * @param qos empty: the association's default
 * @param features what the nodes must have, as sbatch --constraint takes it; empty: nothing
 * @param environment all of the job's environment; the scheduler adds only its own variables
 * @param output absolute path of the job's standard output and error
 */
public record JobRequest(
        String name,
        String tag,
        String partition,
        Optional<String> account,
        Optional<String> qos,
        Optional<String> features,
        Resources resources,
        Duration timeLimit,
        String script,
        Map<String, String> environment,
        String workingDirectory,
        String output) {

    /**
     * What the job gets.
     *
     * @param acceleratorType empty for a job without accelerators
     * @param acceleratorsPerNode 0 without accelerators
     * @param memoryMegabytesPerNode 0: the partition's default
     */
    public record Resources(
            int nodes,
            Optional<String> acceleratorType,
            int acceleratorsPerNode,
            int cpusPerNode,
            long memoryMegabytesPerNode) {}

    public JobRequest {
        environment = Map.copyOf(environment);
    }
}
