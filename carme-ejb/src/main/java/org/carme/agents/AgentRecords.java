package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carme.builds.ServicesTried;
import org.carme.common.Secrets;
import org.carme.jobs.JobId;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagingProgress;

/** The short transactions of bootstrap and reports; none is open while the scheduler is asked. */
@ApplicationScoped
class AgentRecords {
    /** Which node of which job a secret was made for. */
    record Armed(JobId job, int nodeIndex) {}

    /** What a secret is to be traded for. */
    record Grant(String secretHash, String tokenHash, Placement placement, List<ServiceRow> services) {
        static Grant of(String secretHash, Placement placement, BootstrapAnswer answer) {
            List<ServiceRow> rows = answer.services().stream()
                    .map(service -> new ServiceRow(service.declaration()))
                    .toList();
            return new Grant(secretHash, Secrets.hash(answer.token()), placement, rows);
        }
    }

    /** Whose token it is. */
    record Holder(JobId job, int run, int nodeIndex) {}

    /** The way to a job's services, empty while there is none. */
    record KnownRoute(String jobKey, Optional<Route> route) {
        static KnownRoute none(String jobKey) {
            return new KnownRoute(jobKey, Optional.empty());
        }
    }

    /**
     * What a report has brought.
     *
     * @param usable whether users can begin
     * @param failure why nobody ever can, as far as the agent knows
     * @param tried what has become of all services
     * @param changed the way to the services, if the report has changed it
     * @param nodes how the job's nodes are reached by ssh, if this one is
     * @param nodesWithData on how many the copying of data is over, if this is the first and has some
     */
    record Reported(
            boolean usable,
            Optional<String> failure,
            ServicesTried tried,
            Optional<KnownRoute> changed,
            List<NodeSsh> nodes,
            OptionalInt nodesWithData) {}

    @Inject
    AgentRepository agents;

    @Inject
    ServiceSecrets secrets;

    @Inject
    JobRegistry registry;

    @Inject
    Clock clock;

    /** @param hashes one per node, in the order of their indexes */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void arm(JobId job, List<String> hashes) {
        IntStream.range(0, hashes.size())
                .forEach(index -> agents.add(new BootstrapSecret(hashes.get(index), job, index)));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Armed> armed(String secretHash) {
        return agents.secret(secretHash).map(secret -> new Armed(secret.jobId(), secret.nodeIndex()));
    }

    /**
     * Uses the secret up and lets the new token in; the one before dies with that.
     *
     * @return false if the secret is not good, or the agent that used it before has had its answer
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean grant(JobSummary job, Grant grant) {
        Instant now = clock.instant();
        Placement placement = grant.placement();
        Optional<BootstrapSecret> secret = agents.lockSecret(grant.secretHash());
        if (secret.isEmpty()) {
            return false;
        }
        int index = secret.get().nodeIndex();
        Optional<JobAgent> known = agents.agent(job.id(), index);
        boolean answered = known.filter(agent -> agent.run() >= placement.run() && agent.hasReported())
                .isPresent();
        if (answered || !secret.get().use(placement.run(), placement.node(), now)) {
            return false;
        }
        JobAgent agent = known.orElseGet(() -> new JobAgent(job, index));
        agent.begin(placement, grant.tokenHash(), grant.services(), now);
        if (known.isEmpty()) {
            agents.add(agent);
        }
        return true;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Holder> holder(String tokenHash) {
        return agents.agentByToken(tokenHash).map(agent -> new Holder(agent.jobId(), agent.run(), agent.nodeIndex()));
    }

    /**
     * Writes the report down and tells the owner what of his data is missing, as one: the next report has no such news.
     *
     * @return empty if the token has died meanwhile
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Reported> report(String tokenHash, AgentReport report) {
        return agents.agentByToken(tokenHash).map(agent -> {
            if (!report.services().stream().allMatch(said -> agent.hasService(said.name()))) {
                throw AgentReport.invalid("services");
            }
            if (agent.misses(report)) {
                // Nodes that miss the same in the same moment are to know of each other.
                agents.lockNodes(agent.jobId());
            }
            agent.reportStaging(report)
                    .filter(why -> !isToldOfAnother(agent, why))
                    .ifPresent(why -> registry.dataMissing(agent.jobId(), why));
            agent.reportResults(report).ifPresent(why -> registry.resultsMissing(agent.jobId(), why));
            boolean changed = agent.report(report, clock.instant()) && agent.isHead();
            return new Reported(
                    agent.isUsable(),
                    agent.failure(),
                    agent.tried(),
                    changed ? Optional.of(known(agent)) : Optional.empty(),
                    report.ssh().isPresent() ? nodes(agent) : List.of(),
                    nodesWithData(agent));
        });
    }

    /** @return of those nodes that have said anything, in their order */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<NodeStaging> staging(JobSummary job) {
        return agents.ofJob(job.id()).stream()
                .flatMap(agent -> staging(agent, nodeName(job, agent.nodeIndex())))
                .toList();
    }

    /** @return of those nodes on which this run of the job has begun, in their order */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<JobNode> nodes(JobSummary job) {
        Instant now = clock.instant();
        List<JobAgent> known = agents.ofJob(job.id());
        int run = known.stream().mapToInt(JobAgent::run).max().orElse(0);
        return known.stream()
                .filter(agent -> agent.run() == run)
                .map(agent -> agent.heard(now))
                .toList();
    }

    private static Stream<NodeStaging> staging(JobAgent agent, String node) {
        return Stream.concat(
                agent.staging().map(progress -> new NodeStaging(node, false, progress)).stream(),
                agent.results().map(progress -> new NodeStaging(node, true, progress)).stream());
    }

    private static String nodeName(JobSummary job, int index) {
        return index < job.nodeNames().size() ? job.nodeNames().get(index) : Integer.toString(index + 1);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Route> route(String jobKey) {
        return agents.headByKey(jobKey).flatMap(agent -> agent.route(secrets));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<KnownRoute> routesChangedSince(Instant time) {
        return agents.headsChangedSince(time).stream().map(this::known).toList();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Set<JobId> jobs() {
        return agents.jobs();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void remove(JobId job) {
        agents.remove(job);
    }

    /** Of this run of the job: what an earlier one has left is gone. */
    private Stream<JobAgent> ofRun(JobAgent agent) {
        return agents.ofJob(agent.jobId()).stream().filter(other -> other.run() == agent.run());
    }

    private List<NodeSsh> nodes(JobAgent agent) {
        return ofRun(agent).flatMap(other -> other.ssh().stream()).toList();
    }

    /** What is nowhere is missing on all nodes: that is one piece of news. */
    private boolean isToldOfAnother(JobAgent agent, String why) {
        return ofRun(agent)
                .filter(other -> other.nodeIndex() != agent.nodeIndex())
                .flatMap(other -> other.staging().stream())
                .anyMatch(progress -> progress.state() == StagingProgress.State.FAILED
                        && progress.detail().equals(why));
    }

    private OptionalInt nodesWithData(JobAgent agent) {
        if (!agent.isHead() || agent.staging().isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) ofRun(agent)
                .flatMap(other -> other.staging().stream())
                .filter(StagingProgress::isOver)
                .count());
    }

    private KnownRoute known(JobAgent agent) {
        return new KnownRoute(agent.jobKey(), agent.route(secrets));
    }
}
