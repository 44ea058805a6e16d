package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no form of ours sends. */
class BadInputIT {
    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GPU|a100|5|1|base|30|invalid-request",
                "GPU|a100|0|1|base|30|invalid-request",
                "GPU|a100|1|99|base|30|invalid-request",
                "GPU|h100|1|1|base|30|invalid-request",
                "GPU|a100|1|1|other|30|invalid-request",
                "GPU|a100|1|1|base|100000|invalid-request",
                "GPU|a100|1|1|base|-1|invalid-request",
                "Nope|a100|1|1|base|30|not-permitted",
                "GPU'; DROP TABLE jobs|a100|1|1|base|30|not-permitted"
            })
    void refusesWhatTheTemplateDoesNotOffer(
            String template, String type, String perNode, String nodes, String image, String minutes, String code) {
        String start =
                "{\"template\":\"%s\",\"acceleratorType\":\"%s\",\"acceleratorsPerNode\":%s,\"nodes\":%s,\"image\":\"%s\",\"timeLimitMinutes\":%s}"
                        .formatted(template, type, perNode, nodes, image, minutes);

        Api.Answer answer = Api.as("alice").post("/jobs", start);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"template\":[]}", "{\"template\":null}", "null", "{\"nodes\":1e400}"})
    void refusesWhatIsNoRequest(String body) {
        Api.Answer answer = Api.as("alice").post("/jobs", body);

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.json().containsKey("code")).isTrue();
    }

    @Test
    void showsTypedNamesAsTheyWereTyped() {
        String name = "it's <b>\\\"bold\\\"</b> 👩‍🔬";
        Api alice = Api.as("alice");
        long id = alice.start(Starts.cpu(name));

        assertThat(alice.job(id).getString("name")).isEqualTo("it's <b>\"bold\"</b> 👩‍🔬");
        alice.delete("/jobs/" + id);
    }

    @Test
    void refusesATooLongName() {
        Api.Answer answer = Api.as("alice").post("/jobs", Starts.cpu("x".repeat(10_000)));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void answersUnknownTokensAndPasswordsWithOneWord() {
        assertThat(Api.basic("alice", "wrong")
                        .post("/tokens", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(401);
        assertThat(Api.basic("nobody", "wrong")
                        .post("/tokens", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(401);
        assertThat(Api.basic("alice", "").post("/tokens", "{\"name\":\"x\"}").status())
                .isEqualTo(401);
    }
}
