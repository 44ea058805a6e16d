package org.carme.quotas.mirror;

import java.util.Optional;
import org.carme.cluster.AssociationLimits;
import org.carme.quotas.QuotaRule;

/**
 * A limit as Slurm has it.
 *
 * @param resource a trackable resource, or {@value #JOBS}
 */
public record LimitName(String resource) implements Comparable<LimitName> {
    private static final String JOBS = "jobs";
    private static final String GPUS = "gres/gpu";

    /** @return empty for hours: Slurm has no periods */
    static Optional<LimitName> of(QuotaRule rule) {
        return switch (rule.resource()) {
            case JOBS -> Optional.of(new LimitName(JOBS));
            case NODES -> Optional.of(new LimitName("node"));
            case ACCELERATORS ->
                Optional.of(new LimitName(
                        rule.acceleratorType().map(type -> GPUS + ':' + type).orElse(GPUS)));
            case ACCELERATOR_HOURS -> Optional.empty();
        };
    }

    boolean isJobs() {
        return resource.equals(JOBS);
    }

    /** @return as people know it, such as {@code GrpTRES=node} */
    public String words() {
        return isJobs() ? "GrpJobs" : "GrpTRES=" + resource;
    }

    Optional<Long> in(AssociationLimits limits) {
        return isJobs() ? limits.jobs() : Optional.ofNullable(limits.resources().get(resource));
    }

    @Override
    public int compareTo(LimitName other) {
        return resource.compareTo(other.resource);
    }
}
