package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What bob sends from a terminal is held against his quota, and Slurm can be told the same limits. */
class OutsideJobsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Api admin = Api.as("admin");
    private final Api bob = Api.as("bob");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void end() {
        Cluster.as("bob", "head", "scancel", "--user=bob", "--name=by-hand");
        bob.endAll();
        removeLimits();
    }

    @Test
    void countsWhatWasSentFromATerminal() throws InterruptedException {
        limit("{\"subject\":\"USER\",\"name\":\"bob\",\"resource\":\"JOBS\",\"limit\":4}");
        Cluster.run(
                "bob",
                "head",
                "sbatch",
                "--job-name=by-hand",
                "--array=1-4%1",
                "--time=5",
                "--output=/dev/null",
                "--wrap=sleep 200");

        JsonObject state = await(quota -> quota.getInt("outside") == 4);
        assertThat(state.getInt("left")).isZero();
        Api.Answer refused = bob.post("/jobs", Starts.cpu("too much"));
        assertThat(refused.json().getString("code")).isEqualTo("quota-exceeded");
        assertThat(refused.json().getString("detail")).contains("4 of them sent from a terminal");
        showsItOnThePage();

        Cluster.as("bob", "head", "scancel", "--user=bob", "--name=by-hand");
        await(quota -> quota.getInt("outside") == 0);
        bob.start(Starts.cpu("fits again"));
        assertThat(await(quota -> quota.getInt("left") == 3).getInt("outside"))
                .as("what Carme has sent counts once")
                .isZero();
    }

    @Test
    void handsOutWhatBringsALimitIntoSlurmAndBackAgain() {
        limit("{\"subject\":\"USER\",\"name\":\"bob\",\"resource\":\"JOBS\",\"limit\":7}");
        limit("{\"subject\":\"EVERY_USER\",\"resource\":\"ACCELERATORS\",\"acceleratorType\":\"titan\",\"limit\":2}");
        assertThat(differences()).containsExactlyInAnyOrder("GrpJobs SET", "GrpTRES=gres/gpu:titan SET");
        runTheCommands();
        assertThat(bobsLimitsInSlurm()).isEqualTo("7|gres/gpu:titan=2");
        assertThat(differences()).isEmpty();

        removeLimits();
        assertThat(differences()).containsExactlyInAnyOrder("GrpJobs CLEAR", "GrpTRES=gres/gpu:titan CLEAR");
        runTheCommands();
        assertThat(bobsLimitsInSlurm()).isEqualTo("|");
        assertThat(bob.get("/admin/quotas/slurm").status()).isEqualTo(422);
        assertThat(bob.post("/admin/quotas/slurm/commands", "").status()).isEqualTo(422);
    }

    @Test
    void showsTheCommandsOnThePage() {
        limit("{\"subject\":\"USER\",\"name\":\"bob\",\"resource\":\"NODES\",\"limit\":3}");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/quotas.xhtml");
            tab.locator("#slurm-limits").click();
            tab.locator("#compare").click();
            tab.locator("#differences").waitFor();
            assertThat(tab.locator("#differences").textContent()).contains("bob", "GrpTRES=node");
            tab.locator("#commands").click();
            tab.locator("#confirm-yes").click();
            tab.locator("#to-run").waitFor();
            assertThat(tab.locator("#to-run").textContent())
                    .isEqualTo("sacctmgr -i modify user where name=bob account=lab cluster=carme set GrpTRES=node=3");
            assertThat(complaints.all()).isEmpty();
        }
    }

    private List<String> differences() {
        return admin.list("/admin/quotas/slurm").stream()
                .filter(line -> line.getString("user", "").equals("bob"))
                .map(line -> line.getString("limit") + ' ' + line.getString("step"))
                .toList();
    }

    private void runTheCommands() {
        admin.post("/admin/quotas/slurm/commands", "")
                .json()
                .getJsonArray("commands")
                .getValuesAs(JsonString.class)
                .forEach(command -> Cluster.run("slurm", "head", "bash", "-c", command.getString()));
    }

    private static String bobsLimitsInSlurm() {
        String[] show = {"sacctmgr", "-nP", "show", "associations", "where", "user=bob", "format=GrpJobs,GrpTRES"};
        return Cluster.run("slurm", "head", show).strip();
    }

    private void removeLimits() {
        admin.list("/admin/quotas").forEach(limit -> admin.delete("/admin/quotas/" + limit.getInt("id")));
    }

    private static void showsItOnThePage() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            HomePage.logIn(tab, "bob");
            tab.navigate(Api.PORTAL + "/quota.xhtml");
            assertThat(tab.locator("#quota .outside").textContent()).contains("4 of it sent from a terminal");
        }
    }

    private JsonObject await(Predicate<JsonObject> condition) throws InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        JsonObject state = bob.list("/quotas").get(0);
        while (!condition.test(state) && Instant.now().isBefore(latest)) {
            Thread.sleep(500);
            state = bob.list("/quotas").get(0);
        }
        assertThat(condition.test(state)).as(state.toString()).isTrue();
        return state;
    }

    private void limit(String rule) {
        assertThat(admin.post("/admin/quotas", rule).status()).isEqualTo(201);
    }
}
