package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the cluster consists of, and what people see of it where they choose. */
class InventoryIT {
    /** The watcher reads the nodes of a quiet cluster every five seconds. */
    private static final double READ_EVERY = 5_000;

    private static Chromium chromium;

    private final Api admin = Api.as("admin");
    private final Api alice = Api.as("alice");
    private final Complaints complaints = new Complaints();

    @BeforeAll
    static void begin() {
        Portal.up();
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @AfterEach
    void putBack() {
        alice.endAll();
        admin.list("/admin/quotas").forEach(limit -> admin.delete("/admin/quotas/" + limit.getInt("id")));
        describe("TITAN", type("titan").getInt("version"));
        Cluster.as("slurm", "head", "scontrol", "update", "NodeName=node04", "State=RESUME");
    }

    @Test
    void showsUsersWhatSlurmSays() {
        JsonObject cluster = alice.get("/cluster").json();

        assertThat(cluster.getJsonArray("nodes").getValuesAs(JsonObject.class))
                .filteredOn(node -> node.getString("name").equals("node01"))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.getJsonArray("features").getString(0)).isEqualTo("a100");
                    assertThat(node.getJsonObject("accelerators").getInt("a100"))
                            .isEqualTo(4);
                });
        assertThat(cluster.getJsonArray("partitions").getValuesAs(JsonObject.class))
                .extracting(partition -> partition.getString("name"))
                .contains("gpu", "cpu");
    }

    @Test
    void letsOnlyAdministratorsNameTypes() {
        assertThat(alice.put("/admin/accelerator-types/titan?version=0", "{}").status())
                .isEqualTo(400);
        assertThat(alice.put("/admin/accelerator-types/titan?version=0", body("Mine"))
                        .json()
                        .getString("code"))
                .isEqualTo("not-permitted");
        assertThat(alice.get("/admin/gone-nodes").status()).isEqualTo(422);
        assertThat(describe("Titan RTX", 4711).status()).isEqualTo(409);
        assertThat(admin.put("/admin/accelerator-types/none?version=0", body("x"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.delete("/admin/gone-nodes/node01").status()).isEqualTo(404);
    }

    @Test
    void refusesMoreThanTheNodesHave() {
        Api.Answer refused = alice.post(
                "/jobs", Starts.gpu("too much").replace("a100", "titan").replace("\"nodes\": 1", "\"nodes\": 2"));

        assertThat(refused.json().getString("detail"))
                .contains("Only one node has")
                .contains("1 × TITAN");
    }

    @Test
    void namesATypeAndShowsItWithTheQuotaInTheStartForm() {
        admin.post(
                "/admin/quotas",
                "{\"subject\":\"USER\",\"name\":\"alice\",\"resource\":\"ACCELERATORS\",\"acceleratorType\":\"titan\",\"limit\":1}");
        Page theirs = tab();
        HomePage.logIn(theirs, "admin");
        theirs.navigate(Api.PORTAL + "/admin/inventory.xhtml");
        theirs.locator("#types tr", new Page.LocatorOptions().setHasText("titan"))
                .locator(".change")
                .click();
        theirs.locator("#title").fill("Titan <RTX>");
        theirs.locator("#colour").selectOption("PURPLE");
        theirs.locator("#save").click();
        assertThat(theirs.locator("#types .type-purple")).hasCount(1);
        theirs.navigate(Api.PORTAL + "/admin/templates.xhtml");
        assertThat(theirs.locator("#templates")).containsText("2 × Titan <RTX>");
        theirs.navigate(Api.PORTAL + "/admin/template.xhtml?show=GPU");
        assertThat(theirs.getByLabel("Titan <RTX>")).hasValue("2");

        Page tab = tab();
        HomePage home = HomePage.logIn(tab, "alice");
        home.choose("GPU");
        tab.locator("#type").selectOption("titan");
        assertThat(tab.locator("#type option:checked")).containsText("Titan <RTX> (2 of 2 free)");
        assertThat(tab.locator("#nodes option")).hasCount(1);
        assertThat(tab.locator("#limits")).containsText("1 of 1 Accelerators Titan <RTX>");
        tab.locator("#perNode").selectOption("2");
        assertThat(tab.locator("#limits .problem")).containsText("this start needs 2");
        tab.locator("#perNode").selectOption("1");
        assertThat(tab.locator("#limits .problem")).hasCount(0);
        home.start("GPU", "titanic");
        assertThat(home.row("titanic")).containsText("1 × Titan <RTX>");
        assertThat(tab.locator("#limits li").first()).containsText("0 of 1");
        saysTheNameIn(alice);
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void showsTheReasonOfADrainedNodeWithoutAReload() {
        Page tab = tab();
        HomePage.logIn(tab, "alice");
        tab.locator("a[href$='/cluster.xhtml']").click();
        Locator node = tab.locator("#nodes tbody tr", new Page.LocatorOptions().setHasText("node04"));
        assertThat(node).containsText("Idle");

        Cluster.run("slurm", "head", "scontrol", "update", "NodeName=node04", "State=DRAIN", "Reason=fan <broken>");

        assertThat(node)
                .containsText("Drained", new LocatorAssertions.ContainsTextOptions().setTimeout(READ_EVERY + 5_000));
        assertThat(node).containsText("fan <broken>");
        tab.locator("#state").selectOption("DRAINED");
        tab.locator("#filter input[type=submit]").click();
        assertThat(tab.locator("#nodes tbody tr")).hasCount(1);
        assertThat(tab).hasURL(Pattern.compile(".*[?&]state=DRAINED.*"));
        assertThat(complaints.all()).isEmpty();
    }

    private static void saysTheNameIn(Api alice) {
        JsonObject job = alice.get("/jobs").json().getJsonArray("jobs").getJsonObject(0);
        assertThat(job.getJsonObject("accelerators").getString("title")).isEqualTo("Titan <RTX>");
        JsonObject rule = alice.list("/quotas").get(0).getJsonObject("rule");
        assertThat(rule.getString("acceleratorType")).isEqualTo("titan");
        assertThat(rule.getString("acceleratorTitle")).isEqualTo("Titan <RTX>");
        Api.Answer refused = alice.post("/jobs", Starts.gpu("one more").replace("a100", "titan"));
        assertThat(refused.json().getString("detail")).contains("is 1 Titan <RTX> at a time");
    }

    private Page tab() {
        Page tab = chromium.open(Chromium.Look.DESK);
        complaints.of(tab);
        return tab;
    }

    private JsonObject type(String name) {
        List<JsonObject> types = admin.list("/admin/accelerator-types");
        return types.stream()
                .filter(type -> type.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer describe(String title, int version) {
        return admin.put("/admin/accelerator-types/titan?version=" + version, body(title));
    }

    private static String body(String title) {
        return "{\"title\":\"" + title + "\",\"colour\":\"ORANGE\",\"kind\":\"GPU\"}";
    }
}
