package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every packaging does. The main job through the API: options, start, entry point, stop, history; what others see of
 * it; and that the server shows nothing but Carme.
 */
abstract class PackagingContract {
    private static final String GATEWAY = System.getenv().getOrDefault("CARME_GATEWAY_URL", "http://127.0.0.1:8181");
    private static final URI AGENTS =
            URI.create(System.getenv().getOrDefault("CARME_AGENT_URL", "https://10.77.1.1:8443"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> SERVER_PAGES =
            List.of("/metrics", "/health", "/openapi", "/openapi/ui", "/__asadmin/version", "/management/domain");

    private static final Pattern STYLE = Pattern.compile("href=\"([^\"]*carme\\.css[^\"]*&amp;v=[0-9a-f]{12})\"");

    private final Api alice = Api.as("alice");
    private final Api bob = Api.as("bob");

    @AfterEach
    void endJobs() {
        alice.endAll();
    }

    @Test
    void offersWhatTheClusterHas() {
        JsonObject gpu =
                alice.get("/start-options").json().getJsonArray("templates").getValuesAs(JsonObject.class).stream()
                        .filter(template -> template.getString("name").equals("GPU"))
                        .findFirst()
                        .orElseThrow();

        assertThat(gpu.getJsonArray("acceleratorTypes").getValuesAs(JsonObject.class))
                .extracting(type -> type.getString("name") + " " + type.getInt("total"))
                .containsExactly("a100 8", "titan 2");
    }

    @Test
    void leadsFromTheStartToTheNotebookAndIntoTheHistory() {
        long id = alice.start(Starts.gpu("main job"));
        JsonObject running = alice.awaitState(id, "running");
        assertThat(running.getJsonArray("nodes")).hasSize(1);

        JsonObject ready = alice.await(id, PATIENCE, job -> isReady(job, "jupyter"));
        assertThat(ready.getJsonArray("entryPoints")).hasSizeGreaterThanOrEqualTo(2);
        String ticket = alice.post("/jobs/" + id + "/entry-points/jupyter/ticket", "{}")
                .json()
                .getString("url");
        Browser browser = new Browser();
        HttpResponse<String> opened = browser.get(ticket);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).contains("Jupyter");
        assertThat(new Browser().get(ticket).statusCode())
                .as("a ticket works once")
                .isNotEqualTo(200);
        assertThat(new Browser().get(opened.uri().toString()).body())
                .as("nobody without the cookie")
                .doesNotContain("jupyter-main-app");

        assertThat(alice.delete("/jobs/" + id).status()).isEqualTo(202);
        JsonObject ended = alice.awaitState(id, "ended");
        assertThat(ended.getString("outcome")).isEqualTo("cancelled");
        assertThat(browser.get(opened.uri().toString()).statusCode()).isNotEqualTo(200);
        assertThat(history(alice)).contains(id);
    }

    @Test
    void hidesJobsOfOthers() {
        long id = alice.start(Starts.cpu("private"));

        assertThat(bob.get("/jobs/" + id).status()).isEqualTo(404);
        assertThat(bob.delete("/jobs/" + id).status()).isEqualTo(404);
        assertThat(bob.post("/jobs/" + id + "/entry-points/jupyter/ticket", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(history(bob)).doesNotContain(id);
        assertThat(alice.job(id).getString("state")).isNotEqualTo("ended");
    }

    @Test
    void makesOneJobOfADoubleClick() {
        Api.Answer first = alice.post("/jobs", Starts.cpu("twice"), "key-" + System.nanoTime());
        Api.Answer key = alice.post(
                "/jobs", Starts.cpu("once more"), "fixed-" + first.json().getInt("id"));
        Api.Answer again = alice.post(
                "/jobs", Starts.cpu("once more"), "fixed-" + first.json().getInt("id"));

        assertThat(again.json().getInt("id")).isEqualTo(key.json().getInt("id"));
    }

    @Test
    void listensWhereItMustAndNowhereElse() {
        assertThat(Portal.listeners())
                .containsExactlyInAnyOrder(
                        "127.0.0.1:" + URI.create(Api.PORTAL).getPort(),
                        "127.0.0.1:" + URI.create(GATEWAY).getPort(),
                        AGENTS.getHost() + ":" + AGENTS.getPort());
    }

    @Test
    void hidesThePagesOfTheServerItself() {
        assertThat(SERVER_PAGES).allSatisfy(page -> {
            HttpResponse<String> shown = new Browser().get(Api.PORTAL + page);
            assertThat(shown.statusCode() == 404 || shown.body().contains("id=\"password\""))
                    .as("nothing but Carme's own refusal or login: %s", shown.body())
                    .isTrue();
            assertThat(new Browser().get(GATEWAY + page).statusCode()).isEqualTo(404);
        });
    }

    @Test
    void showsStrangersNoAdministration() {
        assertThat(new Browser().get(Api.PORTAL + "/admin/audit.xhtml").body())
                .contains("id=\"password\"")
                .doesNotContain("id=\"audit\"");
        assertThat(new Browser().get(GATEWAY + "/admin/audit.xhtml").statusCode())
                .isEqualTo(404);
    }

    @Test
    void sendsStylesCompressedAndLetsBrowsersKeepThem() {
        String login = new Browser().get(Api.PORTAL + "/login.xhtml").body();
        Matcher style = STYLE.matcher(login);
        assertThat(style.find()).as(login).isTrue();

        String address = Api.PORTAL + style.group(1).replace("&amp;", "&");
        HttpHeaders headers =
                new Browser().get(address, "Accept-Encoding", "gzip").headers();
        assertThat(headers.firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(headers.firstValue("Content-Encoding")).hasValue("gzip");
    }

    private static boolean isReady(JsonObject job, String service) {
        return job.getJsonArray("entryPoints").getValuesAs(JsonObject.class).stream()
                .anyMatch(entry -> entry.getString("name").equals(service) && entry.getBoolean("ready"));
    }

    private static List<Long> history(Api user) {
        return user.get("/jobs?state=ended").json().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .map(job -> job.getJsonNumber("id").longValue())
                .toList();
    }
}
