package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.JobRequest;
import org.carme.cluster.JobRequest.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitBodyTest {
    private static final String NAME = "<b>\"quo'ted\"</b> \\ $(x)\n ünï 😀";

    @Test
    void speaksTheOldFamily() {
        assertThat(job(ApiVersion.V38, request(Duration.ofMinutes(5), 1000))).isEqualTo(json("""
                        {"name":"job","comment":"carme:1","partition":"gpu","account":"lab","qos":"short","constraints":"nvlink&ssd",
                         "current_working_directory":"/","standard_output":"/dev/null",
                         "nodes":"2-2","tasks":2,"cpus_per_task":4,"memory_per_node":1000,
                         "time_limit":5,"gres":"gpu:a100:3","environment":{"HOME":"/home/alice"}}"""));
    }

    @Test
    void speaksTheNewFamily() {
        assertThat(job(ApiVersion.V44, request(Duration.ofMinutes(5), 1000))).isEqualTo(json("""
                        {"name":"job","comment":"carme:1","partition":"gpu","account":"lab","qos":"short","constraints":"nvlink&ssd",
                         "current_working_directory":"/","standard_output":"/dev/null",
                         "nodes":"2","tasks":2,"cpus_per_task":4,"memory_per_node":{"set":true,"number":1000},
                         "time_limit":{"set":true,"number":5},"tres_per_node":"gres/gpu:a100:3","requeue":false,
                         "environment":["HOME=/home/alice"]}"""));
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void leavesOutWhatTheClusterDecides(ApiVersion api) {
        JobRequest request = new JobRequest(
                NAME,
                "carme:1",
                "cpu",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Resources(1, Optional.empty(), 0, 1, 0),
                Duration.ofHours(1),
                "#!/bin/bash\necho \"ü\"\n",
                Map.of(),
                "/",
                "/dev/null");
        JsonObject body = json(SubmitBody.of(api, request));
        assertThat(body.getString("script")).isEqualTo(request.script());
        assertThat(body.getJsonObject("job").getString("name")).isEqualTo(NAME);
        assertThat(body.getJsonObject("job"))
                .doesNotContainKeys("account", "qos", "constraints", "gres", "tres_per_node", "memory_per_node")
                .containsKey("environment");
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1", "PT60S, 1", "PT61S, 2", "PT24H, 1440"})
    void roundsUpToWholeMinutes(Duration limit, int minutes) {
        assertThat(job(ApiVersion.V38, request(limit, 0)).getInt("time_limit")).isEqualTo(minutes);
    }

    private static JobRequest request(Duration limit, long memory) {
        return new JobRequest(
                "job",
                "carme:1",
                "gpu",
                Optional.of("lab"),
                Optional.of("short"),
                Optional.of("nvlink&ssd"),
                new Resources(2, Optional.of("a100"), 3, 4, memory),
                limit,
                "#!/bin/bash\n",
                Map.of("HOME", "/home/alice"),
                "/",
                "/dev/null");
    }

    private static JsonObject job(ApiVersion api, JobRequest request) {
        return json(SubmitBody.of(api, request)).getJsonObject("job");
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
