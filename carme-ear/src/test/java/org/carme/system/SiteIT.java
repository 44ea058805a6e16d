package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same as an institution would have it: MariaDB, and a real LDAP server over StartTLS. */
class SiteIT extends PackagingContract {
    private static final String SLAPD = "server-config/directory/slapd";
    private static final String INSTANCE = System.getenv().getOrDefault("CARME_INSTANCE", "test");

    private static Map<String, String> configuration;

    @BeforeAll
    static void begin() {
        Portal.down();
        Api.forgetTokens();
        configuration = settings();
        Portal.up(configuration);
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
        Api.forgetTokens();
    }

    @Test
    void keepsSimultaneousStartsToTheLimit() {
        SimultaneousStarts.keepToTheLimit();
    }

    @Test
    void makesOneJobOfOneKey() {
        SimultaneousStarts.makeOneJobOfOneKey();
    }

    @ParameterizedTest
    @CsvSource({"lotte, 401, login-refused", "otto, 403, account-expired"})
    void saysWhatIsWrongWithAnAccount(String user, int status, String code) {
        Api.Answer answer = Api.basic(user, HomePage.PASSWORD).post("/tokens", "{\"name\":\"no\"}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    @Test
    void changesAPasswordInTheDirectory() {
        String next = "correct Horse battery staple";
        Api carla = Api.withNewToken("carla", "\"jobs:read\",\"jobs:write\"");
        assertThat(carla.put("/me/password", passwords("wrong", next)).status()).isEqualTo(422);

        assertThat(carla.put("/me/password", passwords(HomePage.PASSWORD, next)).status())
                .isEqualTo(204);

        String token = "{\"name\":\"with the new one\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\"]}";
        assertThat(Api.basic("carla", next).post("/tokens", token).status()).isEqualTo(201);
        assertThat(Api.basic("carla", HomePage.PASSWORD).post("/tokens", token).status())
                .isEqualTo(401);
    }

    @Test
    void restoresWhatWasThereBeforeTheBackup() {
        BackupSteps.restoreTheDatabase(configuration);
    }

    private static String passwords(String present, String next) {
        return "{\"present\":\"" + present + "\",\"next\":\"" + next + "\"}";
    }

    @Test
    void staysUpWhileTheDirectoryIsAway() {
        Api alice = Api.as("alice");
        Command.run(Map.of(), SLAPD, INSTANCE, "down");
        try {
            Api.Answer refused = Api.basic("bob", HomePage.PASSWORD).post("/tokens", "{\"name\":\"no\"}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().getString("code")).isEqualTo("directory-unavailable");
            assertThat(alice.get("/jobs").status()).isEqualTo(200);
        } finally {
            Command.run(Map.of(), SLAPD, INSTANCE, "up");
        }
        recovers(() -> Api.basic("bob", HomePage.PASSWORD)
                .post("/tokens", "{\"name\":\"again\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\"]}"));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void recoversWhenTheDatabaseWasAway() {
        Api alice = Api.as("alice");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            HomePage.logIn(tab, "alice");
            Cluster.kill("mariadb");
            Api.Answer refused = alice.get("/jobs");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().getString("code")).isEqualTo("database-unavailable");
            assertThat(tab.navigate(Api.PORTAL + "/history.xhtml").status()).isEqualTo(503);
            assertThat(tab.locator("h1").textContent()).isEqualTo("Not possible at the moment");
        } finally {
            Cluster.start("mariadb");
        }
        recovers(() -> alice.get("/jobs"));
    }

    /** Within half a minute, by itself. */
    private static void recovers(Supplier<Api.Answer> question) {
        Api.Answer answer = question.get();
        for (int i = 0; i < 30 && answer.status() >= 500; i++) {
            pause();
            answer = question.get();
        }
        assertThat(answer.status()).isIn(200, 201);
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts the directory and says how a portal uses it and MariaDB. */
    static Map<String, String> settings() {
        Command.run(Map.of(), SLAPD, INSTANCE, "up");
        Map<String, String> site = new HashMap<>(directory());
        site.put("CARME_DB_CLASS", "com.mysql.cj.jdbc.MysqlDataSource");
        site.put("CARME_DB_URL", System.getenv("CARME_MARIADB_URL"));
        site.put("CARME_DB_USER", System.getenv("CARME_MARIADB_USER"));
        site.put("CARME_DB_PASSWORD", System.getenv("CARME_MARIADB_PASSWORD"));
        site.put("CARME_DB_SCHEMA", "carme");
        return site;
    }

    private static Map<String, String> directory() {
        Path file = Path.of(System.getenv("CARME_STATE"), INSTANCE, "directory.env");
        try {
            Map<String, String> values = new HashMap<>();
            Files.readAllLines(file).forEach(line -> values.put(line.split("=", 2)[0], line.split("=", 2)[1]));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
