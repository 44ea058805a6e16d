package org.carme.jobs;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.SchedulerJob;
import org.carme.templates.Charge;

/** A job's row: changed by what the user wants and by what the scheduler reports, by nothing else. */
@Entity
@Table(name = "jobs")
class Job {
    static final int REASON_LENGTH = 500;
    private static final int NODES_LENGTH = 4000;
    private static final Duration SENT_WITHIN = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Column(name = "job_key", nullable = false)
    private String key;

    private String tag;
    private String owner;

    @Column(name = "owner_uid")
    private long ownerUid;

    @Embedded
    private JobSpec spec;

    @Column(name = "charged_group")
    private String chargedGroup;

    @Column(name = "charged_project")
    private String chargedProject;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    private JobState state;

    @Enumerated(EnumType.STRING)
    private JobOutcome outcome;

    private String reason;

    @Column(name = "slurm_job_id")
    private String slurmJobId;

    @Column(name = "node_names")
    private String nodeNames;

    /** The same to be searched: a list of jobs does not read it. */
    @ElementCollection
    @CollectionTable(name = "job_nodes", joinColumns = @JoinColumn(name = "job_id"))
    @Column(name = "node_name")
    private Set<String> nodes = new HashSet<>();

    private int restarts;

    @Column(name = "services_ready")
    private boolean servicesSettled;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "cancel_requested_at")
    private Instant cancelRequestedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "warned_minutes")
    private Integer warnedMinutes;

    @Embedded
    private JobExtension extension = new JobExtension();

    /** For JPA. */
    protected Job() {}

    /** A start as it is wanted: nothing has been sent yet. */
    Job(ClusterUser owner, JobKeys keys, JobSpec spec, String idempotencyKey, Instant now) {
        this.key = keys.key();
        this.tag = keys.tag();
        this.owner = owner.name();
        this.ownerUid = owner.uid();
        this.spec = spec;
        this.idempotencyKey = idempotencyKey;
        this.state = JobState.SUBMITTING;
        this.reason = "";
        this.nodeNames = "";
        this.submittedAt = now;
    }

    /** Names the group or project that lets its owner start it, whose shared limits it counts for. */
    Job chargedTo(Charge charge) {
        chargedGroup = charge.isProject() ? null : charge.name();
        chargedProject = charge.isProject() ? charge.name() : null;
        return this;
    }

    /** Of jobs of earlier versions nobody knows. */
    boolean isChargedTo(Charge charge) {
        String charged = chargedProject == null ? chargedGroup : chargedProject;
        return charged == null || charged.equals(charge.name());
    }

    /** Notes the attempt before it is made: from here on nobody knows whether the scheduler has it. */
    void sending(Instant now) {
        sentAt = now;
    }

    /** The attempt is known not to have arrived: it may be made again at once, if it is still wanted. */
    void notSent(Instant now) {
        sentAt = null;
        if (cancelRequestedAt != null) {
            end(JobOutcome.CANCELLED, "", now);
        }
    }

    /** The scheduler has accepted it. */
    void registered(String schedulerId) {
        slurmJobId = schedulerId;
        state = cancelRequestedAt == null ? JobState.QUEUED : JobState.ENDING;
    }

    /** The scheduler will never accept it. */
    void refused(String why, Instant now) {
        end(cancelRequestedAt == null ? JobOutcome.FAILED : JobOutcome.CANCELLED, why, now);
    }

    /** The scheduler no longer knows the job, or has given its id to another one. */
    void lost(Instant now) {
        end(cancelRequestedAt == null ? JobOutcome.LOST : JobOutcome.CANCELLED, "", now);
    }

    /** The user does not want it any more; one that was never sent has ended with that. */
    void requestCancel(Instant now) {
        if (state == JobState.ENDED || cancelRequestedAt != null) {
            return;
        }
        cancelRequestedAt = now;
        if (state == JobState.SUBMITTING && sentAt == null) {
            end(JobOutcome.CANCELLED, "", now);
        } else if (state != JobState.SUBMITTING) {
            state = JobState.ENDING;
        }
    }

    /** It runs, is wanted, and the scheduler knows of every extension so far. */
    boolean isExtendable() {
        return (state == JobState.STARTING || state == JobState.RUNNING)
                && cancelRequestedAt == null
                && startedAt != null
                && extension.pending().isEmpty();
    }

    /** @return when the time that it may run ends */
    Instant limitReached() {
        return startedAt.plus(spec.timeLimit());
    }

    /** Adds to its time limit; from here on nobody knows whether the scheduler has it. */
    void extend(Duration by, Instant now) {
        spec.lengthen(by);
        extension.begin(by, now);
    }

    /** The scheduler will not have it. */
    void extensionRefused() {
        extension.pending().ifPresent(by -> {
            spec.lengthen(by.negated());
            extension.undone();
        });
    }

    JobExtension extension() {
        return extension;
    }

    /** Starting is over: the job's services answer, or have failed. */
    void servicesSettled() {
        servicesSettled = true;
        if (state == JobState.STARTING) {
            state = JobState.RUNNING;
        }
    }

    /** The scheduler's word on this job, which has not ended yet. */
    void observe(SchedulerJob reported, Instant now) {
        if (reported.restarts() > restarts) {
            restarts = reported.restarts();
            servicesSettled = false;
        }
        JobLifecycle.Step step = JobLifecycle.next(state, reported.state(), servicesSettled, cancelRequestedAt != null);
        if (step.outcome().isPresent()) {
            startedAt = reported.startedAt().orElse(startedAt);
            if (!reported.nodes().isEmpty()) {
                runOn(reported.nodes());
            }
            end(step.outcome().get(), reported.reason(), reported.endsAt().orElse(now));
            return;
        }
        state = step.state();
        reason = cut(reported.reason());
        runOn(reported.nodes());
        startedAt = reported.startedAt().orElse(null);
        Instant before = endsAt;
        endsAt = startedAt == null ? null : reported.endsAt().orElse(null);
        if (endsAt == null || (before != null && endsAt.isAfter(before))) {
            warnedMinutes = EndWarning.due(startedAt, endsAt, now).orElse(null);
        }
    }

    /** @return of how many minutes before its end the owner is to be warned now */
    Optional<Integer> dueWarning(Instant now) {
        return EndWarning.due(startedAt, endsAt, now)
                .filter(minutes -> warnedMinutes == null || minutes < warnedMinutes);
    }

    /** @return the same, once */
    Optional<Integer> warnOfEnd(Instant now) {
        Optional<Integer> due = dueWarning(now);
        due.ifPresent(minutes -> warnedMinutes = minutes);
        return due;
    }

    private void runOn(List<String> names) {
        String all = joined(names);
        if (!all.equals(nodeNames)) {
            nodeNames = all;
            nodes.retainAll(names);
            nodes.addAll(names);
        }
    }

    /** An end that was wanted needs no reason; the scheduler may have one all the same, such as a script's exit code. */
    private void end(JobOutcome how, String why, Instant now) {
        state = JobState.ENDED;
        outcome = how;
        reason = how == JobOutcome.CANCELLED ? "" : cut(why);
        endedAt = now;
        endsAt = null;
    }

    JobFacts facts() {
        return new JobFacts(
                state, reason, nodeNames, restarts, Optional.ofNullable(startedAt), Optional.ofNullable(endsAt));
    }

    private static String joined(List<String> names) {
        String all = String.join(",", names);
        return all.length() <= NODES_LENGTH ? all : all.substring(0, all.lastIndexOf(',', NODES_LENGTH));
    }

    static String cut(String text) {
        return text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
    }

    boolean hasTag(String other) {
        return tag.equals(other);
    }

    /** Whether that is this job at the scheduler. What was lost is another one now, whatever its tag says. */
    boolean is(SchedulerJob reported) {
        if (outcome == JobOutcome.LOST || !belongsTo(reported.user())) {
            return false;
        }
        if (hasTag(reported.tag())) {
            return slurmJobId == null || slurmJobId.equals(reported.id());
        }
        return reported.tag().isEmpty() && reported.id().equals(slurmJobId) && wasSentAbout(reported.submittedAt());
    }

    private boolean wasSentAbout(Optional<Instant> time) {
        return sentAt != null
                && time.map(submitted -> Duration.between(sentAt, submitted).abs())
                        .filter(apart -> apart.compareTo(SENT_WITHIN) < 0)
                        .isPresent();
    }

    /** @return empty for jobs of earlier versions */
    Optional<Charge> charge() {
        return chargedProject()
                .map(Charge::project)
                .or(() -> Optional.ofNullable(chargedGroup).map(Charge::group));
    }

    Optional<String> chargedProject() {
        return Optional.ofNullable(chargedProject);
    }

    boolean belongsTo(String user) {
        return owner.equals(user);
    }

    ClusterUser clusterUser() {
        return new ClusterUser(owner, ownerUid);
    }

    boolean isCancelRequested() {
        return cancelRequestedAt != null;
    }

    JobSpec spec() {
        return spec;
    }

    JobId id() {
        return new JobId(id);
    }

    JobState state() {
        return state;
    }

    Optional<String> slurmJobId() {
        return Optional.ofNullable(slurmJobId);
    }

    JobSummary summary() {
        return new JobSummary(
                new JobId(id),
                key,
                tag,
                owner,
                ownerUid,
                spec.name(),
                spec.template(),
                spec.acceleratorType(),
                spec.acceleratorsPerNode(),
                spec.nodes(),
                spec.image().name(),
                spec.image().version().orElseThrow(),
                spec.imageDigest(),
                state,
                Optional.ofNullable(outcome),
                reason,
                slurmJobId(),
                nodeNames.isEmpty() ? List.of() : List.of(nodeNames.split(",", -1)),
                spec.timeLimit(),
                submittedAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(endsAt),
                Optional.ofNullable(endedAt),
                restarts,
                chargedProject(),
                spec.data());
    }
}
