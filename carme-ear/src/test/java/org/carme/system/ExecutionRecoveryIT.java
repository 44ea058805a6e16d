package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Executions of batch jobs that wait for something that hangs: here for slurmdbd, which is held. */
class ExecutionRecoveryIT {
    private static final String JOB = "import-accounting";
    private static final String EXECUTIONS = "/admin/batch/executions";
    private static final Api ADMIN = Api.as("admin");

    @BeforeEach
    void begin() {
        Portal.up();
        held(true);
    }

    @AfterEach
    void letGo() {
        held(false);
    }

    private static void held(boolean hold) {
        Cluster.run("slurm", "head", "pkill", hold ? "-STOP" : "-CONT", "-x", "slurmdbd");
    }

    @Test
    void goOnWhenTheirPortalWasKilled() {
        long interrupted = begun();
        Portal.kill();
        held(false);
        Portal.up();

        JsonObject next =
                await(Duration.ofSeconds(30), one -> one.getInt("id") > interrupted && "completed".equals(status(one)));

        assertThat(next.getString("cause")).isEqualTo("recovery");
        JsonObject first = ADMIN.get(EXECUTIONS + "/" + interrupted).json();
        assertThat(status(first.getJsonObject("execution"))).isEqualTo("failed");
        assertThat(first.getJsonObject("failure").getString("verdict")).isEqualTo("portal-died");
    }

    @Test
    void stopWhileTheyWait() {
        long waiting = begun();

        assertThat(ADMIN.post(EXECUTIONS + "/" + waiting + "/stop", "").status())
                .isEqualTo(202);

        await(Duration.ofSeconds(10), one -> one.getInt("id") == waiting && "stopped".equals(status(one)));
    }

    /** One that waits: the clock may have begun another one, which fails soon. */
    private static long begun() {
        Instant end = Instant.now().plusSeconds(60);
        Api.Answer answer = run();
        while (answer.status() == 409 && Instant.now().isBefore(end)) {
            Api.pause();
            answer = run();
        }
        assertThat(answer.status()).isEqualTo(201);
        long id = answer.json().getJsonObject("execution").getJsonNumber("id").longValue();
        while (steps(id).isEmpty() && Instant.now().isBefore(end)) {
            Api.pause();
        }
        assertThat(steps(id)).hasSize(1);
        return id;
    }

    private static Api.Answer run() {
        return ADMIN.post("/admin/batch/jobs/" + JOB + "/executions", "{}");
    }

    private static List<JsonObject> steps(long id) {
        return ADMIN.get(EXECUTIONS + "/" + id).json().getJsonArray("steps").getValuesAs(JsonObject.class);
    }

    private static JsonObject await(Duration patience, Predicate<JsonObject> wanted) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            List<JsonObject> all = ADMIN.get(EXECUTIONS + "?job=" + JOB)
                    .json()
                    .getJsonArray("executions")
                    .getValuesAs(JsonObject.class);
            for (JsonObject one : all) {
                if (wanted.test(one)) {
                    return one;
                }
            }
            assertThat(Instant.now()).as(all.toString()).isBefore(end);
            Api.pause();
        }
    }

    private static String status(JsonObject execution) {
        return execution.getString("status");
    }
}
