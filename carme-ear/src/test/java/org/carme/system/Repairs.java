package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** What an administrator does by the API about executions of batch jobs. */
final class Repairs {
    static final String EXECUTIONS = Executions.PATH + "/";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Api ADMIN = Api.as("admin");

    private Repairs() {}

    /** @return the execution once it is over, whatever became of it */
    static JsonObject run(String job) {
        return ended(begun("/admin/batch/jobs/" + job + "/executions", "{}"));
    }

    static JsonObject restart(long execution) {
        return ended(begun(EXECUTIONS + execution + "/restart", ""));
    }

    static JsonObject retry(long execution, long item) {
        return ended(begun(EXECUTIONS + execution + "/skipped/" + item + "/retry", ""));
    }

    /** The clock may have begun one of the same job. */
    private static long begun(String path, String json) {
        Api.Answer answer = Executions.await(
                PATIENCE,
                () -> ADMIN.post(path, json),
                one -> one.status() != 409 || !one.json().toString().contains("runs already"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return id(answer.json());
    }

    static JsonObject ended(long execution) {
        return Executions.ended(execution, PATIENCE);
    }

    static void abandon(long execution) {
        assertThat(ADMIN.post(EXECUTIONS + execution + "/abandon", "").status()).isEqualTo(204);
    }

    /** @param words of the reason why not */
    static void refuses(String action, String words) {
        Api.Answer refused = ADMIN.post(EXECUTIONS + action, "");
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.json().getString("code")).isEqualTo("conflict");
        assertThat(refused.json().toString()).contains(words);
    }

    static void refusesAlice(String action) {
        assertThat(Api.as("alice").post(EXECUTIONS + action, "").json().getString("code"))
                .isEqualTo("not-permitted");
    }

    /** @return the newest executions of the job that wait for somebody, newest first */
    static List<Long> toBeRepaired(String job) {
        return ids("?failed=true&job=" + job);
    }

    static List<Long> after(long execution, String job) {
        return ids("?job=" + job).stream().filter(id -> id > execution).toList();
    }

    private static List<Long> ids(String query) {
        return ADMIN
                .get(Executions.PATH + query)
                .json()
                .getJsonArray("executions")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> one.getJsonNumber("id").longValue())
                .toList();
    }

    static long id(JsonObject details) {
        return details.getJsonObject("execution").getJsonNumber("id").longValue();
    }

    static String status(JsonObject details) {
        return details.getJsonObject("execution").getString("status");
    }

    static List<String> steps(JsonObject details) {
        return details.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("name") + " " + step.getString("exit", ""))
                .toList();
    }

    static List<JsonObject> skipped(JsonObject details) {
        return details.getJsonArray("skipped").getValuesAs(JsonObject.class);
    }
}
