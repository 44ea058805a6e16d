package org.carme.builds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.images.ImageReference;
import org.carme.images.VersionName;
import org.carme.images.VersionState;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** A build's row: what was wanted, and how far its job's agent says that it has come. */
@Entity
@Table(name = "builds")
class Build {
    private static final String BETWEEN = "\n";

    @Id
    @Column(name = "job_id")
    private long job;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private BuildKind kind;

    private String owner;

    @Column(name = "by_manager")
    private boolean byManager;

    @Column(name = "base_image")
    private String baseImage;

    @Column(name = "base_version")
    private String baseVersion;

    private String source;

    @Column(name = "source_digest")
    private String sourceDigest;

    private String image;

    @Column(name = "image_version")
    private String imageVersion;

    private String reserved;
    private String location;
    private String steps;

    @Enumerated(EnumType.STRING)
    private RecipeFormat format;

    private String recipe;

    @Enumerated(EnumType.STRING)
    private BuildState state;

    @Enumerated(EnumType.STRING)
    private BuildFailure failure;

    private String detail;
    private String progress;

    @Column(name = "last_lines")
    private String lines;

    private String digest;

    @Column(name = "size_bytes")
    private Long bytes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** The number of the version that it has made: another one may get the name later. */
    @Column(name = "made_version")
    private Long made;

    @Column(name = "offered_at")
    private Instant offeredAt;

    /** For JPA. */
    protected Build() {}

    Build(JobSummary job, BuildPlan plan, Instant now) {
        this.job = job.id().value();
        this.kind = plan.kind();
        this.owner = job.owner();
        this.byManager = plan.byManager();
        this.baseImage = plan.source().image();
        this.baseVersion = plan.source().version();
        this.source = plan.source().location();
        this.sourceDigest = plan.source().digest().orElse(null);
        this.image = plan.image();
        this.imageVersion = plan.version();
        this.reserved = kind.makesVersion() ? makes() : null;
        this.location = plan.location();
        this.steps = StepWords.of(plan.steps()).toString();
        this.format = plan.format().orElse(null);
        this.recipe = plan.text();
        this.state = BuildState.RUNNING;
        this.detail = "";
        this.progress = ProgressWords.of(List.of());
        this.lines = "";
        this.createdAt = now;
    }

    /** Whether somebody asks for the same again. */
    boolean isOf(BuildPlan plan) {
        return kind == plan.kind()
                && image.equals(plan.image())
                && imageVersion.equals(plan.version())
                && source.equals(plan.source().location())
                && recipe.equals(plan.text())
                && steps.equals(StepWords.of(plan.steps()).toString());
    }

    /** Takes what the agent says of the steps, and what has come of them. */
    void progress(TaskReport report) {
        progress = ProgressWords.of(report.steps());
        lines = String.join(BETWEEN, report.lines());
        digest = report.result().map(TaskReport.Result::digest).orElse(null);
        bytes = report.result().map(TaskReport.Result::bytes).orElse(null);
    }

    void made(VersionName version) {
        made = version.id();
    }

    void done(Instant now) {
        end(BuildState.DONE, now);
    }

    void failed(BuildFailure why, String words, Instant now) {
        end(BuildState.FAILED, now);
        failure = why;
        detail = PlainText.line(words, TaskReport.DETAIL_LENGTH);
    }

    void cancelled(Instant now) {
        end(BuildState.CANCELLED, now);
    }

    private void end(BuildState how, Instant now) {
        state = how;
        endedAt = now;
        reserved = null;
    }

    void offer(Instant now) {
        offeredAt = now;
    }

    TaskPhase phase() {
        if (kind != BuildKind.SANDBOX) {
            return TaskPhase.AT_WORK;
        }
        return state == BuildState.DONE ? TaskPhase.SERVICES : TaskPhase.BEFORE_SERVICES;
    }

    boolean isOffered() {
        return offeredAt != null;
    }

    boolean isOver() {
        return state != BuildState.RUNNING;
    }

    boolean belongsTo(String user) {
        return owner.equals(user);
    }

    long job() {
        return job;
    }

    BuildKind kind() {
        return kind;
    }

    BuildState state() {
        return state;
    }

    String owner() {
        return owner;
    }

    boolean isByManager() {
        return byManager;
    }

    String image() {
        return image;
    }

    String imageVersion() {
        return imageVersion;
    }

    String location() {
        return location;
    }

    /** @return the version that it makes or is about, as {@code image:version} */
    final String makes() {
        return ImageReference.text(image, imageVersion);
    }

    BuildPlan.Source source() {
        return new BuildPlan.Source(baseImage, baseVersion, source, Optional.ofNullable(sourceDigest));
    }

    /** Whether it gives a version that there is other files. */
    boolean isMove() {
        return kind == BuildKind.COPY && makes().equals(source().name());
    }

    /** The version that nobody else may make, empty if it makes none, or is over. */
    Optional<String> reserved() {
        return Optional.ofNullable(reserved);
    }

    /** Why it has failed, empty if it has not or nobody says. */
    String detail() {
        return detail;
    }

    String steps() {
        return steps;
    }

    String recipe() {
        return recipe;
    }

    Optional<TaskReport.Result> result() {
        return Optional.ofNullable(digest).map(said -> new TaskReport.Result(said, bytes));
    }

    /** @param made state of the version of that name, null if there is none */
    BuildSummary summary(JobState jobState, VersionState made) {
        return new BuildSummary(
                job,
                kind,
                owner,
                source().name(),
                image,
                imageVersion,
                location,
                state,
                jobState,
                Optional.ofNullable(made),
                offeredAt != null && made == VersionState.DRAFT,
                createdAt,
                Optional.ofNullable(endedAt));
    }

    BuildDetails details(BuildSummary summary) {
        return new BuildDetails(
                summary,
                Optional.ofNullable(format),
                recipe,
                StepWords.read(steps),
                ProgressWords.read(progress),
                Optional.ofNullable(failure),
                detail,
                lines.isEmpty() ? List.of() : List.of(lines.split(BETWEEN, -1)),
                Optional.ofNullable(digest),
                Optional.ofNullable(bytes));
    }
}
