package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Executions of batch jobs, begun and looked at by an administrator. */
final class Executions {
    static final String PATH = "/admin/batch/executions";

    private static final String JOBS = "/admin/batch/jobs";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Api ADMIN = Api.as("admin");

    private Executions() {}

    /**
     * Starts the portal of {@link SiteIT}, of which the clock begins nothing: that would be taken for what goes on.
     *
     * @return its settings
     */
    static Map<String, String> beginOnlyByHand() {
        Portal.down();
        Api.forgetTokens();
        Map<String, String> settings = SiteIT.settings();
        Portal.up(settings);
        for (JsonObject job : ADMIN.list(JOBS)) {
            if (job.containsKey("schedule")) {
                Api.Answer answer = ADMIN.put(
                        JOBS + "/" + job.getString("name") + "/schedule?version=" + job.getInt("version"),
                        "{\"cron\":\"0 0 1 1 *\",\"zone\":\"Europe/Berlin\"}");
                assertThat(answer.status()).isEqualTo(200);
            }
        }
        return settings;
    }

    /** @return the status of an answer to an administrator who asks for executions */
    static int status() {
        return ADMIN.get(PATH).status();
    }

    /** Leaves the usual portal and the clock to others. */
    static void beginByThemselves() {
        Portal.down();
        Api.forgetTokens();
        try (SiteDatabase database = new SiteDatabase()) {
            database.run("DELETE FROM batch_schedules");
        }
    }

    /** Begins jobs until all that is held has come to where it waits. */
    static void runInto(List<String> jobs, HeldSteps held) {
        List<String> waiting = jobs;
        Instant end = Instant.now().plus(PATIENCE);
        while (!held.areReached()) {
            assertThat(Instant.now()).as(jobs + " are held").isBefore(end);
            waiting = waiting.stream().filter(job -> run(job).status() != 201).toList();
            Api.pause();
        }
    }

    private static Api.Answer run(String job) {
        return ADMIN.post(JOBS + "/" + job + "/executions", "{}");
    }

    /** @return one that was begun, once nothing of the job is in its way */
    static int begun(String job) {
        return await(() -> run(job), answer -> answer.status() == 201)
                .json()
                .getJsonObject("execution")
                .getInt("id");
    }

    static JsonObject completed(long execution) {
        JsonObject details = ended(execution);
        assertThat(details.getJsonObject("execution").getString("status"))
                .as(details.toString())
                .isEqualTo("completed");
        return details;
    }

    static JsonObject ended(long execution) {
        return ended(execution, PATIENCE);
    }

    /** @return the execution once it is over, whatever became of it */
    static JsonObject ended(long execution, Duration patience) {
        return await(
                patience,
                () -> details(execution),
                one -> one.getJsonObject("execution").containsKey("endedAt"));
    }

    static JsonObject details(long execution) {
        return ADMIN.get(PATH + "/" + execution).json();
    }

    /** @return how much the step of that execution has counted as written */
    static int written(int execution, BatchStep step) {
        return details(execution).getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals(step.name()))
                .findFirst()
                .orElseThrow()
                .getInt("written");
    }

    static <T> T await(Supplier<T> question, Predicate<T> wanted) {
        return await(PATIENCE, question, wanted);
    }

    static <T> T await(Duration patience, Supplier<T> question, Predicate<T> wanted) {
        Instant end = Instant.now().plus(patience);
        T answer = question.get();
        while (!wanted.test(answer)) {
            assertThat(Instant.now()).as("%s", answer).isBefore(end);
            Api.pause();
            answer = question.get();
        }
        return answer;
    }

    /** @return the first after that one; others may have followed since */
    static int next(String job, int interrupted) {
        await(() -> last(job), last -> last > interrupted);
        return ids(job).filter(id -> id > interrupted).min().orElseThrow();
    }

    static int last(String job) {
        return ids(job).findFirst().orElseThrow();
    }

    private static IntStream ids(String job) {
        return ADMIN.get(PATH + "?job=" + job).json().getJsonArray("executions").getValuesAs(JsonObject.class).stream()
                .mapToInt(one -> one.getInt("id"));
    }
}
