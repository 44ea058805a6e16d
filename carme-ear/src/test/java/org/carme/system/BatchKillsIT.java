package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.system.Executions.await;
import static org.carme.system.Executions.begun;
import static org.carme.system.Executions.completed;
import static org.carme.system.Executions.ended;
import static org.carme.system.Executions.last;
import static org.carme.system.Executions.runInto;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Batch jobs whose portal is killed inside a step: every step of every job in {@code ./carme test --all}, else one that
 * works in the database and one that asks Slurm.
 */
class BatchKillsIT {
    private static final Set<String> USUAL = Set.of("warn-of-expiry/projects", "reconcile-jobs/find-doubles");
    private static final Api ALICE = Api.as("alice");

    private static Map<String, String> settings;

    /** @return steps, of each job one at most, that the same death of the portal can interrupt */
    static Stream<List<BatchStep>> rounds() {
        boolean all = "true".equals(System.getenv("CARME_TEST_ALL"));
        return BatchStep.all().stream()
                .filter(step -> all || USUAL.contains(step.toString()))
                .collect(Collectors.groupingBy(step -> all ? step.number() : 0, TreeMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    /** What the clock begins would be taken for what goes on. */
    @BeforeAll
    static void leaveTheUsualOne() {
        settings = Executions.beginOnlyByHand();
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down(Portal.second(settings));
        Executions.beginByThemselves();
    }

    @BeforeEach
    void begin() {
        Portal.up(settings);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void goOnWhereTheirPortalWasKilled(List<BatchStep> steps) {
        String name = "kill-" + System.nanoTime();
        try (DueWork due = new DueWork(steps)) {
            long job;
            Map<BatchStep, Integer> interrupted;
            try (HeldSteps held = HeldSteps.atTheEnd(steps)) {
                due.make();
                job = ALICE.start(Starts.cpu(name));
                runInto(
                        steps.stream()
                                .filter(BatchStep::alone)
                                .map(BatchStep::job)
                                .toList(),
                        held);
                interrupted = steps.stream().collect(Collectors.toMap(step -> step, step -> last(step.job())));
                Portal.kill();
            }
            forEach(steps, due::isDoneOnce);
            Portal.up(settings);

            forEach(steps, step -> wasInterrupted(interrupted.get(step)));
            forEach(steps, step -> goesOn(step, interrupted.get(step)));
            forEach(steps, step -> due.isDoneBy(step, interrupted.get(step)));
            JsonObject running = ALICE.awaitState(job, "running");
            assertThat(Cluster.jobsNamed(name)).containsExactly(running.getString("slurmJobId"));
            forEach(steps, BatchKillsIT::runsAgain);
            forEach(steps, due::isDoneOnce);
            ALICE.endAll();
        }
    }

    private static void forEach(List<BatchStep> steps, Consumer<BatchStep> check) {
        SoftAssertions.assertSoftly(softly -> steps.forEach(step -> softly.check(() -> check.accept(step))));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void beginAnewWhatKeepsAStateOfItsOwn() {
        int test;
        int check;
        try (HeldSteps held = HeldSteps.inTheMiddle()) {
            runInto(List.of("self-test", "check-advisories"), held);
            test = last("self-test");
            check = last("check-advisories");
            Portal.kill();
        }
        Portal.up(settings);

        assertThat(exitAfter(test, "self-test")).isEqualTo("PASSED");
        assertThat(exitAfter(check, "check-advisories")).startsWith("READ ");
    }

    @Test
    void keepThePortionsThatWereCommitted() {
        String old = "message_key = 'test-old'";
        try (SiteDatabase database = new SiteDatabase()) {
            database.run("INSERT INTO messages (user_name, kind, message_key, subject, detail, created_at, unread)"
                    + " SELECT 'alice', 'INFO', 'test-old', '', '', 1, FALSE FROM seq_1_to_2500");
            int interrupted;
            try (HeldSteps held = HeldSteps.betweenPortions("messages", old, 1500)) {
                runInto(List.of("clean-up"), held);
                interrupted = last("clean-up");
                Portal.kill();
            }
            assertThat(database.numbers("SELECT COUNT(*) FROM messages WHERE " + old))
                    .containsExactly(1500L);
            Portal.up(settings);

            int next = Executions.next("clean-up", interrupted);
            JsonObject step = completed(next).getJsonArray("steps").getJsonObject(0);
            assertThat(step.getString("name")).isEqualTo("messages");
            assertThat(step.getInt("written")).isEqualTo(1500);
            assertThat(database.numbers("SELECT COUNT(*) FROM messages WHERE " + old))
                    .containsExactly(0L);
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void leaveToLaterOnlyWhatTheAccountingHasToSay() {
        String name = "uncertain-" + System.nanoTime();
        Cluster.stop("restd");
        long lost = ALICE.start(Starts.cpu(name));
        Portal.kill();
        try (SiteDatabase database = new SiteDatabase()) {
            database.run("UPDATE jobs SET sent_at = submitted_at - 60000 WHERE id = " + lost);
        }
        Cluster.start("restd");
        Cluster.stop("dbd");
        try {
            Portal.up(settings);
            JsonArray steps = completed(begun("reconcile-jobs")).getJsonArray("steps");
            assertThat(steps.getJsonObject(0).getString("exit")).isEqualTo("FOUND 0 OF 1, ACCOUNTING AWAY");
            assertThat(steps).hasSizeGreaterThan(1);
            assertThat(ALICE.get("/jobs/" + lost).json().getString("state")).isEqualTo("submitting");
        } finally {
            Cluster.start("dbd");
        }
        JsonObject running = ALICE.awaitState(lost, "running");
        assertThat(Cluster.jobsNamed(name)).containsExactly(running.getString("slurmJobId"));
        ALICE.endAll();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void goOnWhereTheirDatabaseWasKilled() {
        BatchStep step = BatchStep.all().stream()
                .filter(one -> one.toString().equals("warn-of-expiry/projects"))
                .findFirst()
                .orElseThrow();
        int interrupted;
        try (HeldSteps held = HeldSteps.atTheEnd(List.of(step))) {
            runInto(List.of(step.job()), held);
            interrupted = last(step.job());
            Cluster.kill("mariadb");
            Cluster.start("mariadb");
            await(SiteDatabase::answers, answers -> answers);
        }
        await(Executions::status, status -> status == 200);

        goesOn(step, interrupted);
        assertThat(Executions.details(interrupted).getJsonObject("failure").getString("verdict"))
                .isEqualTo("database-was-away");
    }

    /** @return what the only step of the execution after that one has said */
    private static String exitAfter(int interrupted, String job) {
        int next = Executions.next(job, interrupted);
        return completed(next).getJsonArray("steps").getJsonObject(0).getString("exit");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void sayWhatIsAwayAndCompleteOnceItIsBack() {
        Cluster.stop("restd");
        try {
            assertThat(failure("reconcile-jobs")).contains("slurmrestd", "cannot be reached");
        } finally {
            Cluster.start("restd");
        }
        completesSoon("reconcile-jobs");
        directory("down");
        try {
            assertThat(failure("check-left-people")).contains("directory-unavailable");
        } finally {
            directory("up");
        }
        completesSoon("check-left-people");
    }

    /** What is back is noticed within seconds. */
    private static void completesSoon(String job) {
        await(() -> ended(begun(job)).getJsonObject("execution").getString("status"), "completed"::equals);
    }

    private static void directory(String verb) {
        Command.run(Map.of(), "server-config/directory/slapd", System.getenv("CARME_INSTANCE"), verb);
    }

    private static String failure(String job) {
        return ended(begun(job)).getJsonObject("failure").getString("words");
    }

    @Test
    void areBegunByOnePortalAndSoonByTheOtherWhenThatDies() {
        Map<String, String> second = Portal.second(settings);
        Portal.up(second);
        try (SiteDatabase database = new SiteDatabase()) {
            int before = byTheClock(database).size();
            for (int i = 0; i < 3; i++) {
                fire(database);
            }
            assertThat(byTheClock(database)).hasSize(before + 3);
            boolean isSecond = portalOfLast(database) == Portal.process(second);
            Map<String, String> holder = isSecond ? second : settings;
            Map<String, String> other = isSecond ? settings : second;

            Portal.kill(holder);
            Instant killed = Instant.now();
            fire(database);

            assertThat(portalOfLast(database)).isEqualTo(Portal.process(other));
            assertThat(Duration.between(killed, beginOfLast(database))).isLessThan(Duration.ofSeconds(15));
        } finally {
            Portal.down(second);
        }
    }

    /** Makes a job due, and waits for the end of its execution. */
    private static void fire(SiteDatabase database) {
        int before = byTheClock(database).size();
        database.run(
                "UPDATE batch_fires SET next_at = " + System.currentTimeMillis() + " WHERE job = 'check-audit-log'");
        await(() -> byTheClock(database).size(), now -> now > before);
    }

    private static List<Long> byTheClock(SiteDatabase database) {
        return database.numbers("SELECT b.execution FROM batch_executions b"
                + " JOIN JBATCHEXECUTIONINSTANCEDATA e ON e.jobexecid = b.execution"
                + " WHERE b.job = 'check-audit-log' AND b.cause = 'PORTAL' AND e.batchstatus = 'COMPLETED'");
    }

    /** @return the number of its process */
    private static long portalOfLast(SiteDatabase database) {
        return database.numbers("SELECT p.process FROM batch_executions b JOIN batch_portals p ON p.id = b.portal"
                        + " WHERE b.job = 'check-audit-log' ORDER BY b.execution DESC LIMIT 1")
                .get(0);
    }

    private static Instant beginOfLast(SiteDatabase database) {
        return Instant.ofEpochMilli(database.numbers("SELECT begun_at FROM batch_executions"
                        + " WHERE job = 'check-audit-log' ORDER BY execution DESC LIMIT 1")
                .get(0));
    }

    private static void wasInterrupted(int execution) {
        JsonObject details = Executions.details(execution);
        assertThat(details.getJsonObject("execution").getString("status")).isEqualTo("failed");
        assertThat(details.getJsonObject("failure").getString("verdict")).isEqualTo("portal-died");
    }

    private static void goesOn(BatchStep step, int interrupted) {
        if (!step.alone()) {
            return;
        }
        int next = Executions.next(step.job(), interrupted);
        JsonObject details = completed(next);
        assertThat(details.getJsonObject("execution").getString("cause"))
                .as(step.toString())
                .isEqualTo("recovery");
        assertThat(details.getJsonArray("steps").getValuesAs(JsonObject.class))
                .as(step.toString())
                .extracting(one -> one.getString("name"))
                .containsExactlyElementsOf(step.left());
    }

    /** It finds nothing left to do; but of the accounting, as jobs have ended since. */
    private static void runsAgain(BatchStep step) {
        JsonArray steps = completed(begun(step.job())).getJsonArray("steps");
        if (!step.job().equals("import-accounting")) {
            assertThat(steps.getValuesAs(JsonObject.class)).allMatch(one -> one.getInt("written") == 0);
        }
    }
}
