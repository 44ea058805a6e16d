package org.carme.templates;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carme.cluster.Partition;

/**
 * What some groups of users may start.
 *
 * @param groups names of the LDAP groups whose members may use it; none: by projects alone
 * @param account Slurm account, empty: the user's default
 * @param qos Slurm QOS, empty: the association's default
 * @param features what its nodes must have, in the words of sbatch --constraint; empty: nothing
 * @param maxJobs active jobs of one user in this template
 * @param maxNodes nodes of one job
 * @param cpusPerAccelerator CPUs a job gets per accelerator and node; of a CPU-only job: its CPUs per node
 * @param megabytesPerAccelerator likewise its memory; 0: the partition's default
 * @param accelerators most accelerators per node by type as Slurm names it; {@link #CPU} with 0 allows CPU-only jobs
 * @param images names of those offered
 * @param enabled whether it is offered; what was started with it goes on
 */
public record Template(
        String name,
        Set<String> groups,
        String partition,
        Optional<String> account,
        Optional<String> qos,
        Optional<String> features,
        int maxJobs,
        int maxNodes,
        Duration maxTime,
        Duration defaultTime,
        int cpusPerAccelerator,
        long megabytesPerAccelerator,
        Map<String, Integer> accelerators,
        List<String> images,
        boolean enabled) {
    /** The accelerator type that stands for "none". */
    public static final String CPU = "cpu";

    public Template {
        groups = new TreeSet<>(groups);
        accelerators = new TreeMap<>(accelerators);
        images = List.copyOf(images);
    }

    /** @return whether it allows no jobs with accelerators */
    public boolean isCpuOnly() {
        return accelerators.keySet().equals(Set.of(CPU));
    }

    /** @return the group that lets somebody with these groups use it, empty if none does or nobody may now */
    public Optional<String> groupOf(Set<String> memberships) {
        return groups.stream()
                .filter(group -> enabled && memberships.contains(group))
                .findFirst();
    }

    /** @return the same, but nothing that the partition would refuse */
    Template within(Partition limits) {
        Duration longest =
                limits.maxTime().filter(most -> most.compareTo(maxTime) < 0).orElse(maxTime);
        return new Template(
                name,
                groups,
                partition,
                account,
                qos,
                features,
                maxJobs,
                limits.maxNodes().filter(most -> most < maxNodes).orElse(maxNodes),
                longest,
                longest.compareTo(defaultTime) < 0 ? longest : defaultTime,
                cpusPerAccelerator,
                megabytesPerAccelerator,
                accelerators,
                images,
                enabled);
    }

    /** @return the same, offered or not */
    public Template withEnabled(boolean offered) {
        return with(images, offered);
    }

    /** @return the same with this image beside its own */
    public Template offering(String image) {
        return with(Stream.concat(images.stream(), Stream.of(image)).toList(), enabled);
    }

    private Template with(List<String> offeredImages, boolean offered) {
        return new Template(
                name,
                groups,
                partition,
                account,
                qos,
                features,
                maxJobs,
                maxNodes,
                maxTime,
                defaultTime,
                cpusPerAccelerator,
                megabytesPerAccelerator,
                accelerators,
                offeredImages,
                offered);
    }

    /** @return whether the image belongs to this template */
    public boolean offers(String image) {
        return images.contains(image);
    }
}
