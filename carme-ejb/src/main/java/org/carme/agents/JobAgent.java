package org.carme.agents;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.builds.ServicesTried;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagingProgress;

/** The agent of a job on one node: who it is by the scheduler's word, and what it last said. */
@Entity
@Table(name = "job_agents")
class JobAgent {
    /** A sign of life is written this seldom; changes are written at once. */
    private static final Duration SEEN_EVERY = Duration.ofSeconds(30);

    /** It reports several times a minute. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** More often only an agent that means harm would fail. */
    private static final int MOST_TOLD = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Column(name = "job_id")
    private long jobId;

    @Column(name = "job_key")
    private String jobKey;

    private String owner;

    @Column(name = "node_index")
    private int nodeIndex;

    private int run;
    private String node;
    private String address;

    @Column(name = "token_hash")
    private String tokenHash;

    private Integer port;

    @Column(name = "ssh_port")
    private Integer sshPort;

    @Column(name = "ssh_key")
    private String sshKey;

    @Column(name = "report_number")
    private long reportNumber;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Embedded
    private StagingRow staging = new StagingRow();

    @Embedded
    @AttributeOverride(name = "state", column = @Column(name = "results_state"))
    @AttributeOverride(name = "bytes", column = @Column(name = "results_bytes"))
    @AttributeOverride(name = "totalBytes", column = @Column(name = "results_total"))
    @AttributeOverride(name = "item", column = @Column(name = "results_item"))
    @AttributeOverride(name = "detail", column = @Column(name = "results_detail"))
    private StagingRow results = new StagingRow();

    @Column(name = "results_told")
    private int resultsTold;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "job_services", joinColumns = @JoinColumn(name = "agent_id"))
    private List<ServiceRow> services;

    /** For JPA. */
    protected JobAgent() {}

    JobAgent(JobSummary job, int nodeIndex) {
        this.jobId = job.id().value();
        this.jobKey = job.key();
        this.owner = job.owner();
        this.nodeIndex = nodeIndex;
        this.services = new ArrayList<>();
    }

    /** A new agent takes the place over: nothing of what an earlier one said or had is good any more. */
    void begin(Placement placement, String newTokenHash, List<ServiceRow> declared, Instant now) {
        run = placement.run();
        node = placement.node();
        address = placement.address();
        tokenHash = newTokenHash;
        port = null;
        take(Optional.empty());
        reportNumber = 0;
        seenAt = null;
        changedAt = now;
        staging = new StagingRow();
        results = new StagingRow();
        resultsTold = 0;
        services.clear();
        services.addAll(declared);
    }

    /**
     * Takes what the agent says, unless it said something newer before.
     *
     * @return whether the services or the way to them changed
     */
    boolean report(AgentReport report, Instant now) {
        if (report.number() < reportNumber) {
            return false;
        }
        boolean changed = !report.port().equals(Optional.ofNullable(port));
        for (ServiceReport said : report.services()) {
            changed |= service(said.name()).map(row -> row.report(said)).orElse(false);
        }
        port = report.port().orElse(null);
        take(report.ssh());
        if (changed) {
            changedAt = now;
        }
        if (changed || seenAt == null || !now.isBefore(seenAt.plus(SEEN_EVERY))) {
            seenAt = now;
            reportNumber = report.number();
        }
        return changed;
    }

    private void take(Optional<SshServer> ssh) {
        sshPort = ssh.map(SshServer::port).orElse(null);
        sshKey = ssh.map(SshServer::key).orElse(null);
    }

    /** @return empty while it runs no sshd, or began before its node's name was kept */
    Optional<NodeSsh> ssh() {
        return sshPort == null || node == null
                ? Optional.empty()
                : Optional.of(new NodeSsh(node, address, new SshServer(sshPort, sshKey)));
    }

    /**
     * Takes what the agent says of its job's data, unless it said something newer before, or that it has failed: that is
     * final.
     *
     * @return what could not be copied, if that has just turned out
     */
    Optional<String> reportStaging(AgentReport report) {
        if (staging().filter(StagingProgress::hasFailed).isPresent()) {
            return Optional.empty();
        }
        return news(report, report.data().staging()).flatMap(said -> {
            staging = Optional.ofNullable(staging).orElseGet(StagingRow::new);
            return staging.report(said);
        });
    }

    /** Whether the agent says for the first time that data could not be copied. */
    boolean misses(AgentReport report) {
        return report.data().staging().filter(StagingProgress::hasFailed).isPresent()
                && staging().filter(StagingProgress::hasFailed).isEmpty();
    }

    /**
     * Takes what the agent says of the results, unless it said something newer before. They are copied more than once.
     *
     * @return what could not be copied, if that has just turned out and was not told too often
     */
    Optional<String> reportResults(AgentReport report) {
        boolean isKnown = results().filter(StagingProgress::hasFailed).isPresent();
        return news(report, report.data().results())
                .flatMap(said -> {
                    results = Optional.ofNullable(results).orElseGet(StagingRow::new);
                    return results.report(said);
                })
                .filter(why -> !isKnown && resultsTold++ < MOST_TOLD);
    }

    private Optional<StagingProgress> news(AgentReport report, Optional<StagingProgress> said) {
        if (said.isEmpty() || report.number() < reportNumber) {
            return Optional.empty();
        }
        reportNumber = report.number();
        return said;
    }

    /** @return empty also for what has nothing to copy */
    Optional<StagingProgress> staging() {
        return Optional.ofNullable(staging).flatMap(StagingRow::progress);
    }

    /** @return empty until some are copied */
    Optional<StagingProgress> results() {
        return Optional.ofNullable(results).flatMap(StagingRow::progress);
    }

    boolean hasService(String name) {
        return service(name).isPresent();
    }

    private Optional<ServiceRow> service(String name) {
        return services.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** Whether users can begin: nothing is still starting, and not everything has failed. */
    boolean isUsable() {
        return isSettled() && (offered().isEmpty() || !allHaveFailed());
    }

    private List<ServiceRow> offered() {
        return services.stream().filter(ServiceRow::isOffered).toList();
    }

    private boolean allHaveFailed() {
        return offered().stream().allMatch(row -> row.state() == ServiceState.FAILED);
    }

    private boolean isSettled() {
        return isHead() && port != null && services.stream().noneMatch(row -> row.state() == ServiceState.STARTING);
    }

    /** @return why, once every service has failed */
    Optional<String> failure() {
        boolean failed = isHead() && !offered().isEmpty() && allHaveFailed();
        return failed ? Optional.of(failures()) : Optional.empty();
    }

    ServicesTried tried() {
        return new ServicesTried(services.isEmpty() || isSettled(), failures());
    }

    private String failures() {
        return services.stream()
                .filter(row -> row.state() == ServiceState.FAILED)
                .map(ServiceRow::said)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** @return empty until the agent has said where it listens */
    Optional<Route> route(ServiceSecrets secrets) {
        return Optional.ofNullable(port)
                .map(known -> new Route(jobKey, jobId(), owner, address, known, serviceRoutes(secrets)));
    }

    private Map<String, ServiceRoute> serviceRoutes(ServiceSecrets secrets) {
        return offered().stream()
                .collect(Collectors.toMap(ServiceRow::name, row -> row.route(secrets.secret(jobKey, row.name(), run))));
    }

    /** Whether it is the one that runs the services. */
    boolean isHead() {
        return nodeIndex == 0;
    }

    JobId jobId() {
        return new JobId(jobId);
    }

    String jobKey() {
        return jobKey;
    }

    int nodeIndex() {
        return nodeIndex;
    }

    int run() {
        return run;
    }

    JobNode heard(Instant now) {
        Optional<Instant> heardAt = Optional.ofNullable(seenAt);
        return new JobNode(
                node == null ? Integer.toString(nodeIndex + 1) : node,
                heardAt,
                heardAt.filter(time -> time.plus(SILENCE).isBefore(now)).isPresent());
    }

    boolean hasReported() {
        return seenAt != null;
    }
}
