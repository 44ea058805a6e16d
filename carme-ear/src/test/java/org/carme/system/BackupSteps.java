package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backups and restores, on whichever database the portal runs. */
final class BackupSteps {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SCOPES = "\"jobs:read\"";

    private BackupSteps() {}

    /** @return the name of the new backup */
    static String backUp() {
        Api admin = Api.as("admin");
        awaitEnd(admin);
        Optional<String> before = last(admin);
        assertThat(admin.post("/admin/backups", "").status()).isEqualTo(202);
        Instant end = Instant.now().plus(PATIENCE);
        Optional<String> after = last(admin);
        while (after.equals(before)) {
            assertThat(Instant.now()).as("the backup appears").isBefore(end);
            Api.pause();
            after = last(admin);
        }
        awaitEnd(admin);
        return after.orElseThrow();
    }

    /** A backup counts before its execution is over, and while one runs no other begins. */
    private static void awaitEnd(Api admin) {
        Instant end = Instant.now().plus(PATIENCE);
        while (executions(admin).stream().anyMatch(one -> !one.containsKey("endedAt"))) {
            assertThat(Instant.now()).as("the job ends").isBefore(end);
            Api.pause();
        }
    }

    /** @return the next execution, which has failed */
    static JsonObject failToBackUp() {
        Api admin = Api.as("admin");
        awaitEnd(admin);
        long before = newest(admin);
        assertThat(admin.post("/admin/backups", "").status()).isEqualTo(202);
        Instant end = Instant.now().plus(PATIENCE);
        while (newest(admin) == before) {
            assertThat(Instant.now()).as("the job begins").isBefore(end);
            Api.pause();
        }
        JsonObject failed = Repairs.ended(newest(admin));
        assertThat(Repairs.status(failed)).isEqualTo("failed");
        return failed;
    }

    /** @return 0 if there is none */
    private static long newest(Api admin) {
        return executions(admin).stream()
                .mapToLong(one -> one.getJsonNumber("id").longValue())
                .findFirst()
                .orElse(0);
    }

    /** @return the newest, if there is any */
    private static List<JsonObject> executions(Api admin) {
        return admin.get("/admin/batch/executions?job=back-up-database&limit=1")
                .json()
                .getJsonArray("executions")
                .getValuesAs(JsonObject.class);
    }

    /** Older ones go when there are many. */
    private static Optional<String> last(Api admin) {
        return admin.list("/admin/backups").stream().findFirst().map(backup -> backup.getString("name"));
    }

    /** The portal dies after the backup, comes back with what was there before, and backs that up again. */
    static void restoreTheDatabase(Map<String, String> configuration) {
        Api first = Api.withNewToken("alice", SCOPES);
        String backup = backUp();
        Api second = Api.withNewToken("alice", SCOPES);
        Portal.kill();

        Command.Result restored = Portal.restore(configuration, backup);

        assertThat(restored.status()).as(restored.output()).isZero();
        assertThat(first.get("/me").status()).isEqualTo(200);
        assertThat(second.get("/me").status()).isEqualTo(401);
        assertThat(Api.withNewToken("alice", SCOPES).get("/me").status()).isEqualTo(200);
        assertThat(backupPart().getBoolean("up")).isTrue();
        assertThat(backUp()).as("the next one").isNotEqualTo(backup);
    }

    private static JsonObject backupPart() {
        Api admin = Api.as("admin");
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            List<JsonObject> parts =
                    admin.get("/admin/system").json().getJsonArray("parts").getValuesAs(JsonObject.class);
            for (JsonObject part : parts) {
                if (part.getString("name").equals("backup")) {
                    return part;
                }
            }
            assertThat(Instant.now()).as("the parts are asked").isBefore(end);
            Api.pause();
        }
    }
}
