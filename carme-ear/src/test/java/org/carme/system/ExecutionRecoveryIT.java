package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Executions of batch jobs that wait for something that hangs: a process that is held. */
class ExecutionRecoveryIT {
    private static final String EXECUTIONS = "/admin/batch/executions";
    private static final Api ADMIN = Api.as("admin");

    private Held held;

    /** Whoever hangs. */
    private enum Held {
        ACCOUNTING("slurmdbd"),
        CONTROLLER("slurmctld"),
        DIRECTORY("slapd");

        private final String program;

        Held(String program) {
            this.program = program;
        }

        void hold(boolean hold) {
            String signal = hold ? "-STOP" : "-CONT";
            if (this == DIRECTORY) {
                Command.run(Map.of(), "kill", signal, directory());
            } else {
                Cluster.run("slurm", "head", "pkill", signal, "-x", program);
            }
        }

        /** Of this instance alone. */
        private static String directory() {
            String status =
                    Command.run(Map.of(), "server-config/directory/slapd", System.getenv("CARME_INSTANCE"), "status");
            return status.replaceAll("(?s).*process (\\d+).*", "$1").strip();
        }
    }

    private void hold(Held one) {
        held = one;
        held.hold(true);
    }

    @AfterEach
    void letGo() {
        if (held != null) {
            held.hold(false);
        }
    }

    @Test
    void goOnWhenTheirPortalWasKilled() {
        Portal.up();
        hold(Held.ACCOUNTING);
        String job = "import-accounting";
        long interrupted = begun(job);
        Portal.kill();
        held.hold(false);
        Portal.up();

        JsonObject next = await(
                job, Duration.ofSeconds(30), one -> one.getInt("id") > interrupted && "completed".equals(status(one)));

        assertThat(next.getString("cause")).isEqualTo("recovery");
        JsonObject first = ADMIN.get(EXECUTIONS + "/" + interrupted).json();
        assertThat(status(first.getJsonObject("execution"))).isEqualTo("failed");
        assertThat(first.getJsonObject("failure").getString("verdict")).isEqualTo("portal-died");
    }

    @Test
    void stopWhileTheyWaitForTheAccounting() {
        Portal.up();
        hold(Held.ACCOUNTING);
        stopsSoon("import-accounting");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void stopWhileTheyWaitForTheController() {
        Portal.up();
        hold(Held.CONTROLLER);
        stopsSoon("reconcile-jobs");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void stopWhileTheyWaitForTheDirectory() {
        Executions.beginOnlyByHand();
        try {
            // Whoever he is stays known for a minute.
            assertThat(ADMIN.get("/me").status()).isEqualTo(200);
            hold(Held.DIRECTORY);
            stopsSoon("check-left-people");
        } finally {
            letGo();
            Executions.beginByThemselves();
        }
    }

    /** It is stopped within ten seconds, and the next one completes once nothing hangs. */
    private void stopsSoon(String job) {
        long waiting = begun(job);

        assertThat(ADMIN.post(EXECUTIONS + "/" + waiting + "/stop", "").status())
                .isEqualTo(202);

        await(job, Duration.ofSeconds(10), one -> one.getInt("id") == waiting && "stopped".equals(status(one)));
        held.hold(false);
        Executions.await(
                () -> Executions.ended(Executions.begun(job))
                        .getJsonObject("execution")
                        .getString("status"),
                "completed"::equals);
    }

    /** One that waits: the clock may have begun another one, which fails soon. */
    private static long begun(String job) {
        Instant end = Instant.now().plusSeconds(60);
        Api.Answer answer = run(job);
        while (answer.status() == 409 && Instant.now().isBefore(end)) {
            Api.pause();
            answer = run(job);
        }
        assertThat(answer.status()).isEqualTo(201);
        long id = answer.json().getJsonObject("execution").getJsonNumber("id").longValue();
        while (!isWaiting(id) && Instant.now().isBefore(end)) {
            Api.pause();
        }
        assertThat(isWaiting(id)).isTrue();
        return id;
    }

    private static Api.Answer run(String job) {
        return ADMIN.post("/admin/batch/jobs/" + job + "/executions", "{}");
    }

    /** Its last step goes on. */
    private static boolean isWaiting(long id) {
        JsonObject details = ADMIN.get(EXECUTIONS + "/" + id).json();
        List<JsonObject> steps = details.getJsonArray("steps").getValuesAs(JsonObject.class);
        return !steps.isEmpty() && !steps.get(steps.size() - 1).containsKey("endedAt");
    }

    private static JsonObject await(String job, Duration patience, Predicate<JsonObject> wanted) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            List<JsonObject> all = ADMIN.get(EXECUTIONS + "?job=" + job)
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
