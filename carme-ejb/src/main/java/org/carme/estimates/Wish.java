package org.carme.estimates;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carme.cluster.FeatureConstraint;
import org.carme.cluster.Node;

/**
 * A job that somebody might start.
 *
 * @param features what its nodes must have, in the words of sbatch --constraint
 * @param acceleratorType empty for a job without accelerators
 * @param cpusPerAccelerator of a job without accelerators: per node
 * @param megabytesPerAccelerator likewise; 0: what the scheduler gives unasked
 */
public record Wish(
        String partition,
        Optional<String> features,
        int nodes,
        Optional<String> acceleratorType,
        int acceleratorsPerNode,
        int cpusPerAccelerator,
        long megabytesPerAccelerator,
        Duration limit) {
    private static final int HALF = 2;

    Share share() {
        int times = Math.max(1, acceleratorsPerNode);
        Map<String, Integer> accelerators =
                acceleratorType.map(type -> Map.of(type, acceleratorsPerNode)).orElse(Map.of());
        return new Share(cpusPerAccelerator * times, megabytesPerAccelerator * times, accelerators);
    }

    boolean mayUse(Node node) {
        return node.partitions().contains(partition)
                && features.map(text -> new FeatureConstraint(text).holdsFor(node.features()))
                        .orElse(true);
    }

    /** @return smaller ones, those first that give up least */
    List<Alternative.Smaller> smaller() {
        Stream<Alternative.Smaller> accelerators = IntStream.range(1, acceleratorsPerNode)
                .mapToObj(less -> new Alternative.Smaller(
                        Alternative.Kind.ACCELERATORS_PER_NODE,
                        acceleratorsPerNode - less,
                        with(nodes, acceleratorsPerNode - less, limit)));
        Stream<Alternative.Smaller> fewerNodes = IntStream.range(1, nodes)
                .mapToObj(less -> new Alternative.Smaller(
                        Alternative.Kind.NODES, nodes - less, with(nodes - less, acceleratorsPerNode, limit)));
        Stream<Alternative.Smaller> shorter = Stream.iterate(
                        limit.dividedBy(HALF), time -> time.toMinutes() >= 30, time -> time.dividedBy(HALF))
                .map(time -> Duration.ofMinutes(time.toMinutes()))
                .map(time -> new Alternative.Smaller(
                        Alternative.Kind.MINUTES, (int) time.toMinutes(), with(nodes, acceleratorsPerNode, time)));
        return Stream.of(accelerators, fewerNodes, shorter)
                .flatMap(each -> each)
                .toList();
    }

    private Wish with(int otherNodes, int otherPerNode, Duration otherLimit) {
        return new Wish(
                partition,
                features,
                otherNodes,
                acceleratorType,
                otherPerNode,
                cpusPerAccelerator,
                megabytesPerAccelerator,
                otherLimit);
    }
}
