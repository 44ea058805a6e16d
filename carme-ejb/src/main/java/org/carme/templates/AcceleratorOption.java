package org.carme.templates;

import java.util.List;

/**
 * An accelerator type that may be chosen.
 *
 * @param name as Slurm names it; {@link Template#CPU} means none, then free and total count CPUs
 * @param choices possible numbers per node, ascending, at least one
 */
public record AcceleratorOption(String name, int free, int total, List<NodeChoice> choices) {
    public AcceleratorOption {
        choices = List.copyOf(choices);
    }

    /** @return 0 for {@link Template#CPU} */
    public int maxPerNode() {
        return choices.get(choices.size() - 1).perNode();
    }

    /** @return most nodes of one job, with the smallest number on each */
    public int maxNodes() {
        return choices.get(0).maxNodes();
    }

    /** @return what that number per node means; of one that is not offered, what the smallest does */
    public NodeChoice choice(int perNode) {
        return choices.stream()
                .filter(choice -> choice.perNode() == perNode)
                .findFirst()
                .orElse(choices.get(0));
    }
}
