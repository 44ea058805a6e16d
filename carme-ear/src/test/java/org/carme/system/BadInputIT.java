package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
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
                "acceleratorsPerNode|5|invalid-request",
                "acceleratorsPerNode|0|invalid-request",
                "nodes|99|invalid-request",
                "acceleratorType|\"h100\"|invalid-request",
                "image|\"other\"|invalid-request",
                "timeLimitMinutes|100000|invalid-request",
                "timeLimitMinutes|-1|invalid-request",
                "template|\"Nope\"|not-permitted",
                "template|\"GPU'; DROP TABLE jobs\"|not-permitted"
            })
    void refusesWhatTheTemplateDoesNotOffer(String field, String value, String code) {
        String start = Starts.gpu("refused").replaceFirst("\"" + field + "\": [^,}]+", "\"" + field + "\": " + value);

        Api.Answer answer = Api.as("alice").post("/jobs", start);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"template\":[]}", "{\"template\":null}", "null", "{\"nodes\":1e400}"})
    void refusesWhatIsNoRequest(String body) {
        Api.Answer answer = Api.as("alice").post("/jobs", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/jobs|nodes|{\"nodes\": 1.5}",
                "/jobs|timeLimitMinutes|{\"timeLimitMinutes\": \"60\"}",
                "/jobs|name|{\"name\": 5}",
                "/jobs|timeLimit|{\"timeLimit\": 60}",
                "/admin/quotas|limit|{\"limit\": 9223372036854775808}",
                "/admin/quotas|subject|{\"subject\": \"NOBODY\"}",
                "/admin/templates|accelerators.a100|{\"accelerators\": {\"a100\": 0.5}}"
            })
    void namesTheFieldOfAnotherTypeOrOfNoUse(String path, String field, String body) {
        Api.Answer answer = Api.as("admin").post(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("invalid-request");
        assertThat(answer.json().getString("detail")).startsWith(field + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{|400|Der Body muss ein JSON-Objekt sein.",
                "application/json|{\"nodes\": 1.5}|400|nodes muss eine ganze Zahl",
                "application/json|{\"nodes\": 1}|400|Felder fehlen",
                "text/plain|{}|415|Senden Sie den Body als application/json."
            })
    void saysInTheReadersLanguageWhatIsWrongWithABody(String type, String body, int status, String detail) {
        Api.Answer answer = Api.as("alice").post("/jobs", type, body, Locale.GERMAN);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().getString("detail")).startsWith(detail);
    }

    @Test
    void saysInTheReadersLanguageWhichFieldIsMissing() {
        Api.Answer answer = Api.as("admin").post("/admin/quotas", "application/json", "{\"limit\": 1}", Locale.GERMAN);

        assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field") + " " + error.getString("detail"))
                .containsExactlyInAnyOrder("subject darf nicht null sein", "resource darf nicht null sein");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Api.Answer answer = Api.as("alice")
                .post("/jobs", "application/json", "{\"name\": \"" + "x".repeat(1024 * 1024) + "\"}", Locale.GERMAN);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().getString("detail")).startsWith("Der Body ist zu groß.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs?limit=abc",
                "/jobs?limit=1.5",
                "/jobs?limit=99999999999",
                "/notifications?limit=1x",
                "/audit?limit=-"
            })
    void namesTheParameterThatIsNoNumber(String path) {
        Api.Answer answer = Api.as("alice").get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("invalid-request");
        assertThat(answer.json().getString("detail")).startsWith("limit ");
    }

    @Test
    void namesTheVersionThatIsNoNumber() {
        Api.Answer answer = Api.as("admin").delete("/admin/templates/GPU?version=new");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("detail")).startsWith("version ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "99999999999999999999"})
    void knowsNoJobWhoseNumberIsNone(String id) {
        assertThat(Api.as("alice").get("/jobs/" + id).status()).isEqualTo(404);
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
