package org.carme.quotas.mirror;

import java.util.List;
import java.util.Map;
import org.carme.cluster.Association;
import org.carme.cluster.AssociationLimits;
import org.carme.quotas.mirror.Comparison.Noted;

/** What is in Slurm and what is wanted, at one moment. */
record Picture(List<AssociationLimits> present, Map<Association, Map<LimitName, Long>> wanted) {
    List<LimitLine> lines(Map<Association, Map<LimitName, Noted>> noted) {
        return present.stream()
                .flatMap(limits -> Comparison.lines(
                        limits,
                        wanted.getOrDefault(limits.association(), Map.of()),
                        noted.getOrDefault(limits.association(), Map.of()))
                        .stream())
                .toList();
    }

    /** @return whether neither a rule wants that limit nor Slurm has it as it was set */
    boolean isOver(Association association, LimitName name, Noted noted) {
        boolean set = present.stream()
                .filter(limits -> limits.association().equals(association))
                .anyMatch(limits -> Comparison.isIn(name.in(limits), noted));
        return !set && !wanted.getOrDefault(association, Map.of()).containsKey(name);
    }
}
