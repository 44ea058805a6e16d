package org.carme.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carme.jobs.AllJobs;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.users.Administrators;

/** What jobs use, for their owners and for those whom the site names; for everybody else there is no such job. */
@ApplicationScoped
public class UsageService {
    private static final int POINTS = 120;
    private static final int MOST_ROWS = 16 * POINTS;
    private static final int STEPS_PER_MINUTE = 6;
    private static final int PART = 5000;

    @Inject
    AllJobs jobs;

    @Inject
    Administrators administrators;

    @Inject
    UsageRecords records;

    @Inject
    SharesSoFar soFar;

    @Inject
    Clock clock;

    /**
     * The whole job in as many points as a curve can show, with what it has used so far.
     *
     * @throws org.carme.jobs.JobNotFoundException if he may not see it
     */
    public JobUsage curves(String user, JobId id) {
        JobSummary job = jobs.withUse(user, id);
        Instant begin = job.startedAt().orElse(job.submittedAt());
        Duration ran = Duration.between(begin, job.endedAt().orElseGet(clock::instant));
        long steps = Math.max(0, ran.dividedBy(UsageRules.STEP));
        List<NodeSample> samples =
                records.samples(id, begin.minus(UsageRules.STEP), seconds(steps / MOST_ROWS), Integer.MAX_VALUE);
        Duration width = Averages.width(samples, UsageRules.STEP.multipliedBy(1 + steps / POINTS));
        List<NodeUsage> nodes = nodes(job, samples).stream()
                .map(node -> new NodeUsage(node.name(), node.resources(), Averages.of(node.samples(), width)))
                .toList();
        return new JobUsage(job, nodes, width, efficiency(job), Optional.empty());
    }

    /** Of a long job one in so many rows is read: at full minutes, for those are kept the longest. */
    private static long seconds(long times) {
        return times == 0 ? UsageRules.STEP.toSeconds() : UsageCare.MINUTE * (1 + times / STEPS_PER_MINUTE);
    }

    /**
     * The samples of one of the user's own jobs as they are kept, in parts; or of a project's that he manages.
     *
     * @param from those of that time and later
     * @throws org.carme.jobs.JobNotFoundException also when he may not see it
     */
    public JobUsage samples(String user, JobId id, Instant from) {
        return samples(jobs.ownWithUse(user, id), from);
    }

    /** The same of anybody's job, for an administrator. */
    public JobUsage anybodysSamples(String admin, JobId id, Instant from) {
        administrators.require(admin);
        return samples(jobs.withUse(admin, id), from);
    }

    private JobUsage samples(JobSummary job, Instant from) {
        List<NodeSample> found = records.samples(job.id(), from, UsageRules.STEP.toSeconds(), PART + 1);
        if (found.size() <= PART) {
            return new JobUsage(job, nodes(job, found), UsageRules.STEP, efficiency(job), Optional.empty());
        }
        Instant next = found.get(PART).sample().at();
        List<NodeSample> part =
                found.stream().filter(row -> row.sample().at().isBefore(next)).toList();
        return new JobUsage(job, nodes(job, part), UsageRules.STEP, efficiency(job), Optional.of(next));
    }

    /** @return of those of the user's jobs that have ended and of which something is known */
    public Map<JobId, Efficiency> efficiencies(String user, Collection<JobSummary> jobs) {
        return records.efficiencies(jobs.stream()
                .filter(job -> job.owner().equals(user))
                .map(JobSummary::id)
                .toList());
    }

    private Efficiency efficiency(JobSummary job) {
        return Optional.ofNullable(records.efficiencies(List.of(job.id())).get(job.id()))
                .orElseGet(() -> soFar.of(job.id(), job.startedAt().orElse(job.submittedAt())));
    }

    private List<NodeUsage> nodes(JobSummary job, List<NodeSample> samples) {
        Map<Integer, NodeResources> resources = records.resources(job.id());
        Map<Integer, List<Sample>> byNode = samples.stream()
                .collect(Collectors.groupingBy(
                        NodeSample::node, Collectors.mapping(NodeSample::sample, Collectors.toList())));
        return IntStream.range(0, job.nodeNames().size())
                .mapToObj(node -> new NodeUsage(
                        job.nodeNames().get(node),
                        resources.getOrDefault(node, NodeResources.UNKNOWN),
                        byNode.getOrDefault(node, List.of())))
                .toList();
    }
}
