package org.carme.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.jobs.JobId;

/** The transactions around samples, each of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class UsageRecords {
    private static final int ENDED_AT_A_TIME = 50;

    @Inject
    UsageRepository usage;

    /** Many jobs' samples at once: a commit costs more than a hundred of them. */
    void add(List<NodeSample> samples) {
        usage.begin(samples.stream().map(NodeSample::job).collect(Collectors.toSet()));
        usage.add(samples);
    }

    void describe(JobId job, int node, NodeResources resources) {
        usage.describe(job, node, resources);
    }

    /** Works out what ended jobs have used. */
    void sumUp() {
        usage.ended(ENDED_AT_A_TIME).forEach((job, end) -> usage.end(job, end, usage.efficiency(job)));
    }

    Map<Integer, NodeResources> resources(JobId job) {
        return usage.resources(job);
    }

    List<NodeSample> samples(JobId job, Instant from, long stepSeconds, int limit) {
        return usage.samples(job, from, stepSeconds, limit);
    }

    Efficiency efficiency(JobId job) {
        return usage.efficiency(job);
    }

    Map<JobId, Efficiency> efficiencies(Collection<JobId> jobs) {
        return usage.efficiencies(jobs);
    }

    /**
     * Thins the samples of one job that ended before that time from one step to a longer one.
     *
     * @return how many rows were removed or noted, none if there is no such job
     */
    int thin(Instant endedBefore, int from, int to, int most) {
        Optional<JobId> job = usage.endedBefore(endedBefore, from);
        int removed = job.map(found -> usage.thin(found, to, most)).orElse(0);
        job.filter(found -> removed < most).ifPresent(found -> usage.thinned(found, Optional.of(to)));
        return removed + job.map(found -> 1).orElse(0);
    }

    /** The same for everything that is kept of such a job but its shares. */
    int remove(Instant endedBefore, int step, int most) {
        Optional<JobId> job = usage.endedBefore(endedBefore, step);
        int removed = job.map(found -> usage.remove(found, most)).orElse(0);
        job.filter(found -> removed < most).ifPresent(found -> {
            usage.removeResources(found);
            usage.thinned(found, Optional.empty());
        });
        return removed + job.map(found -> 1).orElse(0);
    }
}
