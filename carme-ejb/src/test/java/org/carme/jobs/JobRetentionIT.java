package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carme.cluster.SchedulerJob;
import org.carme.common.SettableClock;
import org.carme.database.NativeQueries;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of jobs that ended long ago, on a real database. */
class JobRetentionIT {
    private static final Duration KEPT = Duration.ofDays(500);

    private final SettableClock clock = new SettableClock();
    private final Instant old = clock.instant().minus(KEPT).minusMillis(1);
    private final JobRetention retention = new JobRetention();
    private TestDatabase database;
    private EntityManager entityManager;

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void open() {
        database = database();
        entityManager = database.open();
        retention.jobs = new JobRemovalRepository(entityManager);
        retention.clock = clock;
        retention.days = (int) KEPT.toDays();
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void removesWhatEndedLongAgoInPortionsTheOldestFirst() {
        long third = ended(old);
        ended(old.minusSeconds(2));
        ended(old.minusSeconds(1));
        long kept = ended(old.plusMillis(1));
        long open = open(TestJobs.job());

        assertThat(purge(2)).isEqualTo(2);
        assertThat(ids()).containsExactly(third, kept, open);
        assertThat(purge(2)).isEqualTo(1);
        assertThat(purge(2)).isZero();
        assertThat(ids()).containsExactly(kept, open);
    }

    @Test
    void removesWhatHangsOnIt() {
        long job = ended(old);
        long other = ended(clock.instant());
        for (long id : List.of(job, other)) {
            sql("INSERT INTO idle_jobs (job_id, version, used_at, heard_at) VALUES (?, 0, 1, 1)", id);
            sql("INSERT INTO start_estimates (job_id, made_at, starts_at) VALUES (?, 1, 1)", id);
            sql("INSERT INTO usage_jobs (job_id, ended_at) VALUES (?, 1)", id);
            build(id, "1", "NULL");
            sql("INSERT INTO build_contents (job_id, document) VALUES (?, 'x')", id);
        }

        assertThat(purge(1000)).isEqualTo(1);
        assertThat(ids()).containsExactly(other);
        for (String table :
                List.of("job_nodes", "idle_jobs", "start_estimates", "usage_jobs", "builds", "build_contents")) {
            assertThat(jobsIn(table)).as(table).containsExactly(other);
        }
    }

    /** Whoever adds a table of jobs says here, and there, what becomes of its rows. */
    @Test
    void knowsEveryTableThatNamesJobs() {
        List<String> removed =
                List.of("job_nodes", "idle_jobs", "start_estimates", "usage_jobs", "builds", "build_contents");
        List<String> waitedFor = List.of("job_agents", "bootstrap_secrets", "job_logs", "usage_samples", "usage_nodes");
        List<String> withAnEndOfTheirOwn = List.of("messages", "outbox");

        assertThat(tablesWith("job_id"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(removed, waitedFor, withAnEndOfTheirOwn)
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO job_logs (job_id, position, tail, watched_until) VALUES (?, 0, '', 0)",
                "INSERT INTO usage_jobs (job_id, step_seconds) VALUES (?, NULL)",
                "INSERT INTO usage_jobs (job_id, ended_at, step_seconds) VALUES (?, 1, 600)",
                "INSERT INTO bootstrap_secrets (hash, version, job_id, node_index, uses) VALUES ('x', 0, ?, 0, 0)",
                "INSERT INTO job_agents (version, job_id, job_key, owner, node_index, run, address, node, token_hash,"
                        + " report_number, changed_at) VALUES (0, ?, 'x', 'alice', 0, 0, '', '', 'x', 0, 0)"
            })
    void leavesAJobOfWhichSomethingElseIsKept(String what) {
        sql(what, ended(old));

        assertThat(purge(1000)).isZero();
        assertThat(ids()).hasSize(1);
    }

    @Test
    void leavesABuildThatGoesOnOrHasMadeAVersionThatThereIs() {
        sql("INSERT INTO images (name, title, description, owner) VALUES (?, 'An image', '', 'carla')", "debian");
        sql(
                "INSERT INTO image_versions (id, version, image_name, name, runtime, location, accelerators, entry_points,"
                        + " binds, flags, notes, state, created_by, created_at) VALUES (7, 0, 'debian', ?, 'bubblewrap',"
                        + " '/x', TRUE, 'jupyter', '', '', '', 'DRAFT', 'carla', 1)",
                "1");
        long goesOn = ended(old);
        build(goesOn, "NULL", "NULL");
        long made = ended(old);
        build(made, "1", "7");
        build(ended(old), "1", "8");

        assertThat(purge(1000)).isEqualTo(1);
        assertThat(ids()).containsExactly(goesOn, made);
    }

    @Test
    void takesNoOtherJobForOneThatWasRemoved() {
        Job job = TestJobs.job();
        SchedulerJob reported = TestJobs.ran(job, old.minusSeconds(60), old);
        end(job, reported);
        JobRegistry registry = new JobRegistry();
        registry.jobs = new JobRepository(entityManager);
        SchedulerJob sameId = TestJobs.sent(reported.id(), "bob", "");
        assertThat(purge(1000)).isEqualTo(1);

        assertThat(registry.sentElsewhere(List.of(sameId))).containsExactly(sameId);
        assertThat(registry.bySchedulerId(reported.id())).isEmpty();
        assertThat(ended(clock.instant())).as("numbers are not given again").isGreaterThan(id(job));
    }

    private int purge(int most) {
        int removed = TestDatabase.inTransaction(entityManager, () -> retention.purge(most));
        entityManager.clear();
        return removed;
    }

    private long ended(Instant when) {
        Job job = TestJobs.job();
        return end(job, TestJobs.ran(job, when.minusSeconds(60), when));
    }

    private long end(Job job, SchedulerJob reported) {
        job.registered(reported.id());
        job.observe(reported, clock.instant());
        return open(job);
    }

    private long open(Job job) {
        return TestDatabase.inTransaction(entityManager, () -> {
            entityManager.persist(job);
            entityManager.flush();
            return id(job);
        });
    }

    private static long id(Job job) {
        return job.summary().id().value();
    }

    private void build(long job, String ended, String version) {
        sql(
                "INSERT INTO builds (job_id, version, kind, owner, by_manager, base_image, base_version, source, image,"
                        + " image_version, location, steps, recipe, state, detail, progress, last_lines, created_at,"
                        + " ended_at, made_version) VALUES (?, 0, 'IMAGE', 'alice', FALSE, '', '', '', '', '', '', '', '',"
                        + " 'DONE', '', '', '', 1, " + ended + ", " + version + ")",
                job);
    }

    private void sql(String statement, Object parameter) {
        TestDatabase.inTransaction(
                entityManager,
                () -> NativeQueries.filled(entityManager.createNativeQuery(statement), parameter)
                        .executeUpdate());
    }

    private List<Long> ids() {
        return longs("SELECT id FROM jobs ORDER BY id");
    }

    private List<Long> jobsIn(String table) {
        return longs("SELECT job_id FROM " + table);
    }

    private List<Long> longs(String query) {
        return NativeQueries.column(entityManager.createNativeQuery(query), Number.class).stream()
                .map(Number::longValue)
                .toList();
    }

    private List<String> tablesWith(String column) {
        return NativeQueries.column(
                NativeQueries.filled(
                        entityManager.createNativeQuery("SELECT LOWER(table_name) FROM information_schema.columns"
                                + " WHERE LOWER(column_name) = ? AND table_schema = SCHEMA()"),
                        column),
                String.class);
    }
}
