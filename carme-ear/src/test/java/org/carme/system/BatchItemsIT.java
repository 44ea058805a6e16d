package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Items that a batch job has skipped, and a job that fails because of so many: MariaDB refuses what is done about them. */
class BatchItemsIT {
    private static final String JOB = "warn-of-expiry";
    private static final String PAGE = "/admin/batch-execution.xhtml?id=";
    private static final Api ALICE = Api.as("alice");
    private static final String NOT_ASKED_FOR = "tokens NOT ASKED FOR";

    private static SiteDatabase database;

    private final String name = "Poison " + System.nanoTime();

    @BeforeAll
    static void leaveTheUsualOne() {
        Portal.down();
        Api.forgetTokens();
        Portal.up(SiteIT.settings());
        database = new SiteDatabase();
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        database.close();
        Portal.down();
        Api.forgetTokens();
    }

    @AfterEach
    void leaveNothing() {
        database.run("DELETE FROM api_tokens WHERE name = 'poison'");
        database.run("DELETE FROM messages WHERE subject = 'poison'");
        database.run("UPDATE projects SET state = 'ARCHIVED' WHERE name = '" + name + "'");
    }

    @Test
    void areTriedAgainUntilTheirCauseIsGone() {
        String slug = expiringProject();
        long run = poisoned(slug).during(() -> skipping(slug));
        JsonObject item = Repairs.skipped(Executions.details(run)).get(0);
        JsonObject stillBad = poisoned(slug).during(() -> Repairs.retry(run, id(item)));
        assertThat(item.containsKey("retry")).isFalse();
        assertThat(Repairs.status(stillBad)).isEqualTo("failed");
        assertThat(stillBad.getJsonObject("failure").getString("words")).contains(PoisonedRows.WORDS);
        assertThat(lastTry(run)).isEqualTo(Repairs.id(stillBad));
        Repairs.refusesAlice(run + "/skipped/" + id(item) + "/retry");
        assertThat(told()).isZero();

        JsonObject good = Repairs.retry(run, id(item));

        assertThat(Repairs.status(good)).isEqualTo("completed");
        assertThat(Repairs.steps(good)).containsExactly("projects WARNED OF 1", NOT_ASKED_FOR);
        assertThat(Repairs.skipped(good)).isEmpty();
        assertThat(lastTry(run)).isEqualTo(Repairs.id(good));
        assertThat(Repairs.steps(Repairs.retry(run, id(item)))).containsExactly("projects WARNED OF 0", NOT_ASKED_FOR);
        assertThat(told()).isEqualTo(1);
        Repairs.abandon(Repairs.id(stillBad));
        assertThat(Repairs.toBeRepaired(JOB)).doesNotContain(run, Repairs.id(stillBad));
    }

    @Test
    void areFoundOnlyWhereTheyWereSkipped() {
        String slug = expiringProject();
        long run = poisoned(slug).during(() -> skipping(slug));
        long item = id(Repairs.skipped(Executions.details(run)).get(0));
        long other = Repairs.id(Repairs.run(JOB));
        for (String nothing : List.of(run + "/skipped/0/retry", other + "/skipped/" + item + "/retry")) {
            assertThat(Api.as("admin").post(Repairs.EXECUTIONS + nothing, "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void areTriedAgainOnThePage() {
        String slug = expiringProject();
        long run = poisoned(slug).during(() -> skipping(slug));
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + PAGE + run);
            assertThat(tab.locator("#skipped tbody tr")).hasCount(1);
            assertThat(tab.locator("#skipped tbody")).containsText(slug);
            assertThat(tab.locator("#skipped tbody")).containsText(PoisonedRows.WORDS);
            assertThat(tab.locator("#skipped a")).hasCount(0);

            tab.locator("#skipped button").focus();
            tab.keyboard().press("Enter");

            tab.waitForURL(url -> url.contains(PAGE) && !url.endsWith(PAGE + run));
            assertThat(tab.locator("#state")).hasText("completed", new HasTextOptions().setTimeout(60_000));
            assertThat(tab.locator("#skipped")).hasCount(0);
            List<Long> tries = Repairs.after(run, JOB);
            assertThat(tries).hasSize(1);
            tab.navigate(Api.PORTAL + PAGE + run);
            tab.locator("#skipped a[href$='?id=" + tries.get(0) + "']").click();
            assertThat(tab.locator("#parameters")).containsText(slug);
            assertThat(complaints.all()).isEmpty();
        }
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void letTheirStepFailWhenTheyAreMany() {
        expire101Tokens();
        JsonObject failed = new PoisonedRows(
                        database, "api_tokens", "NEW.name = 'poison' AND NEW.warned_days IS NOT NULL")
                .during(() -> Repairs.run(JOB));

        assertThat(Repairs.status(failed)).isEqualTo("failed");
        assertThat(failed.getJsonObject("failure").getString("step")).isEqualTo("tokens");
        assertThat(failed.getJsonObject("failure").getString("words")).contains(PoisonedRows.WORDS);
        assertThat(Repairs.skipped(failed)).hasSize(100);
        breaksNoRule(PAGE + Repairs.id(failed));

        JsonObject next = Repairs.restart(Repairs.id(failed));

        assertThat(Repairs.status(next)).isEqualTo("completed");
        assertThat(Repairs.steps(next)).containsExactly("tokens WARNED OF 101");
        assertThat(Repairs.toBeRepaired(JOB)).doesNotContain(Repairs.id(failed));
    }

    private static void breaksNoRule(String page) {
        try (Chromium chromium = new Chromium()) {
            for (Look look : List.of(Look.DESK, Look.GERMAN_PHONE)) {
                Page tab = chromium.open(look);
                tab.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
                HomePage.logIn(tab, "admin");
                tab.locator("#session").waitFor();
                AccessibilityIT.requireNothingBroken(tab, page, look);
                assertThat(tab.locator("#skipped tbody tr")).hasCount(100);
            }
        }
    }

    private static PoisonedRows poisoned(String slug) {
        return new PoisonedRows(database, "projects", "NEW.slug = '" + slug + "' AND NEW.warned_days IS NOT NULL");
    }

    /** @return an execution that has completed, but for that one project */
    private static long skipping(String slug) {
        JsonObject run = Repairs.run(JOB);
        assertThat(Repairs.status(run)).isEqualTo("completed");
        List<JsonObject> skipped = Repairs.skipped(run);
        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).getString("step")).isEqualTo("projects");
        assertThat(skipped.get(0).getString("item")).isEqualTo(slug);
        assertThat(skipped.get(0).getString("reason")).contains(PoisonedRows.WORDS);
        assertThat(run.getJsonArray("steps").getJsonObject(0).getInt("skipped")).isEqualTo(1);
        return Repairs.id(run);
    }

    private static long lastTry(long run) {
        JsonObject item = Repairs.skipped(Executions.details(run)).get(0);
        assertThat(item.getString("reason")).contains(PoisonedRows.WORDS);
        return item.getJsonNumber("retry").longValue();
    }

    private static long id(JsonObject item) {
        return item.getJsonNumber("id").longValue();
    }

    private String expiringProject() {
        String slug = ALICE.post("/projects", "{\"name\":\"" + name + "\"}")
                .json()
                .getJsonObject("project")
                .getString("slug");
        Instant end = Instant.now().plus(Duration.ofDays(5));
        assertThat(Api.as("admin")
                        .post(
                                "/admin/projects/" + slug + "/approval",
                                "{\"templates\":[],\"expiresAt\":\"" + end + "\"}")
                        .status())
                .isEqualTo(200);
        return slug;
    }

    /** @return how often the owner of the project was warned of its end */
    private long told() {
        return database.numbers(
                        "SELECT COUNT(*) FROM messages WHERE subject = '" + name + "' AND message_key LIKE '%expires%'")
                .get(0);
    }

    private static void expire101Tokens() {
        long day = Duration.ofDays(1).toMillis();
        long now = System.currentTimeMillis();
        database.run("INSERT INTO api_tokens (user_name, name, token_hash, scopes, created_at, expires_at)"
                + " SELECT 'bob', 'poison', CONCAT('poison-', seq), 'jobs:read', " + (now - 60 * day) + ", "
                + (now + 5 * day) + " FROM seq_1_to_101");
    }
}
