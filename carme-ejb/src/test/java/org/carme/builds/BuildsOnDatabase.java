package org.carme.builds;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carme.audit.TestAudit;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.images.TestImages;
import org.carme.jobs.JobId;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.messages.Message;
import org.carme.messages.TestMessages;
import org.carme.packages.TestContents;
import org.carme.staging.StagedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test's own database with the image {@code debian:1} of carla's, which is a folder. */
abstract class BuildsOnDatabase {
    static final String DIGEST = "sha256:" + "a".repeat(64);
    static final ServicesTried READY = new ServicesTried(true, "");
    static final BuildPlan.Source DEBIAN =
            new BuildPlan.Source("debian", "1", "/opt/carme/images/debian", Optional.empty());

    static final byte[] BOM =
            "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"six\",\"version\":\"1\",\"purl\":\"pkg:pypi/six@1\"}]}"
                    .getBytes(StandardCharsets.UTF_8);

    final TestDatabase database = database();
    final SettableClock clock = new SettableClock();
    private long jobs;

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void begin() {
        image("debian", "carla");
        version("debian", "1", DEBIAN.location(), "ACTIVE");
    }

    @AfterEach
    void close() {
        database.close();
    }

    void image(String name, String owner) {
        sql("INSERT INTO images (name, title, description, owner) VALUES (?, 'An image', '', ?)", name, owner);
    }

    void version(String image, String name, String location, String state) {
        sql(
                "INSERT INTO image_versions (version, image_name, name, runtime, location, accelerators, entry_points,"
                        + " binds, flags, notes, state, created_by, created_at) VALUES (0, ?, ?, 'bubblewrap', ?, TRUE,"
                        + " 'jupyter', '', '', '', ?, 'carla', 1)",
                image,
                name,
                location,
                state);
    }

    void sql(String statement, Object... parameters) {
        transaction(own -> {
            var query = own.createNativeQuery(statement);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }

    <T> T transaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }

    static BuildPlan plan(String image, String version) {
        return new BuildPlan(
                BuildKind.BUILD,
                false,
                DEBIAN,
                image,
                version,
                "/opt/carme/images/own/" + image + "-" + version,
                List.of(new BuildStep.Apt(List.of("hello"))),
                Optional.of(RecipeFormat.FORM),
                "");
    }

    /** Stores what is wanted with a job of the owner's, as a start does. */
    JobSummary start(String owner, BuildPlan plan) {
        JobSummary job = job(owner);
        Retry.onConflict(() -> store(store -> store.add(job, plan)));
        return job;
    }

    synchronized JobSummary job(String owner) {
        long id = ++jobs;
        sql(
                "INSERT INTO jobs (id, version, job_key, tag, owner, owner_uid, name, template_name,"
                        + " accelerators_per_node, node_count, image, limit_seconds, state, reason, node_names, restarts,"
                        + " services_ready, submitted_at) VALUES (?, 0, ?, ?, ?, 7001, 'job', 'Images', 0, 1, 'debian',"
                        + " 3600, 'STARTING', '', '', 0, FALSE, 0)",
                id,
                "key" + id,
                "tag" + id,
                owner);
        return summary(id, owner, JobState.STARTING, Optional.empty(), "");
    }

    /** The job ends, and what follows from that in the same transaction. */
    void end(JobSummary job, JobOutcome outcome, String reason) {
        sql("UPDATE jobs SET state = 'ENDED' WHERE id = ?", job.id().value());
        progress(progress -> progress.ended(
                List.of(summary(job.id().value(), job.owner(), JobState.ENDED, Optional.of(outcome), reason))));
    }

    private JobSummary summary(long id, String owner, JobState state, Optional<JobOutcome> outcome, String reason) {
        return new JobSummary(
                new JobId(id),
                "key" + id,
                "tag" + id,
                owner,
                7001,
                "job",
                "Images",
                Optional.empty(),
                0,
                1,
                "debian",
                "1",
                Optional.empty(),
                state,
                outcome,
                reason,
                Optional.empty(),
                List.of(),
                Duration.ofHours(1),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                StagedData.NONE);
    }

    interface Step<T> {
        void on(T subject);
    }

    void store(Step<BuildStore> step) {
        transaction(own -> {
            step.on(store(own));
            return null;
        });
    }

    BuildDetails details(JobSummary job) {
        return transaction(own -> store(own).any(job.id().value()));
    }

    private BuildStore store(EntityManager own) {
        BuildStore store = new BuildStore();
        store.builds = new BuildRepository(own);
        store.versions = TestImages.made(own, clock);
        store.audit = TestAudit.on(own, clock);
        store.clock = clock;
        return store;
    }

    TaskPhase report(JobSummary job, TaskReport report, ServicesTried tried) {
        return transaction(own -> progress(own).take(job.id(), report, tried));
    }

    void progress(Step<BuildProgress> step) {
        transaction(own -> {
            step.on(progress(own));
            return null;
        });
    }

    private BuildProgress progress(EntityManager own) {
        BuildProgress progress = new BuildProgress();
        progress.builds = new BuildRepository(own);
        progress.versions = TestImages.made(own, clock);
        progress.contents = TestContents.found(own, clock);
        progress.messages = TestMessages.on(own, clock);
        progress.clock = clock;
        return progress;
    }

    List<String> messagesTo(String user) {
        return transaction(own -> TestMessages.on(own, clock).recent(user, 50).stream()
                .map(Message::key)
                .toList());
    }

    /** Rows in words, one a row. */
    List<String> rows(String sql) {
        return transaction(own -> ((List<?>) own.createNativeQuery(sql).getResultList())
                .stream().map(String::valueOf).toList());
    }

    static TaskReport running(StepProgress... steps) {
        return new TaskReport(TaskReport.State.RUNNING, List.of(steps), "", List.of(), Optional.empty());
    }

    static TaskReport done() {
        return new TaskReport(
                TaskReport.State.DONE, List.of(), "", List.of(), Optional.of(new TaskReport.Result(DIGEST, 1000)));
    }

    static TaskReport failed(String detail, String... lines) {
        StepProgress step = new StepProgress("apt", "apt: hello", StepProgress.State.FAILED, 3);
        return new TaskReport(TaskReport.State.FAILED, List.of(step), detail, List.of(lines), Optional.empty());
    }
}
