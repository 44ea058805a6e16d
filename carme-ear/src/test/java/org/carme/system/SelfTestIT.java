package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real job goes every way, and is gone afterwards. */
class SelfTestIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api admin = Api.as("admin");

    @BeforeEach
    void begin() {
        Portal.up();
    }

    @Test
    void passesEveryStageAndLeavesNoJob() {
        JsonObject result = test();

        assertThat(result.containsKey("failedStage")).as(result.toString()).isFalse();
        assertThat(result.getJsonArray("stages").getValuesAs(JsonObject.class))
                .extracting(stage -> stage.getString("name"))
                .containsExactly("start", "slurm", "agent", "entry-point", "kernel", "stop");
        assertThat(Api.as("carla").get("/jobs").json().getJsonArray("jobs")).isEmpty();
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(Api.as("alice").get("/admin/self-tests").json().getString("code"))
                .isEqualTo("not-permitted");
        assertThat(Api.as("alice").post("/admin/self-tests", "").json().getString("code"))
                .isEqualTo("not-permitted");
    }

    private JsonObject test() {
        int before = admin.list("/admin/self-tests").size();
        assertThat(admin.post("/admin/self-tests", "").status()).isEqualTo(202);
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            List<JsonObject> found = admin.list("/admin/self-tests");
            if (found.size() > before && found.get(0).containsKey("endedAt")) {
                return found.get(0);
            }
            assertThat(Instant.now()).as(found.toString()).isBefore(end);
            Api.pause();
        }
    }
}
