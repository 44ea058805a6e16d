package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as people see and use them. */
class BrowserIT {
    private static final String NAME = "it's <b>\"bold\"</b> 👩‍🔬";

    private static Chromium chromium;

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
    void leaveNothing() {
        Api.as("alice").endAll();
        Api.as("bob").endAll();
    }

    @Test
    void leadsFromTheLoginToARunCellAndIntoTheHistory() {
        HomePage home = HomePage.logIn(tab(Look.DESK), "alice").start("GPU", NAME);
        Page notebook = newNotebook(home.open(NAME, "Jupyter"));
        notebook.locator(".CodeMirror").first().click();
        notebook.keyboard().type("print(6*7)");
        notebook.keyboard().press("Shift+Enter");
        assertThat(notebook.locator(".output_text").first()).hasText("42");

        home.stop(NAME);
        home.tab().navigate(Api.PORTAL + "/history.xhtml");
        assertThat(home.tab().locator("#history tbody tr").first()).containsText(NAME);
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void leadsWhoComesByAnotherAddressToThePortal() {
        Page page = chromium.open(Look.DESK);

        Response answer = page.navigate(Api.PORTAL.replace("localhost", "127.0.0.1"));

        assertThat(answer.status()).isEqualTo(421);
        page.locator("a").click();
        assertThat(page.locator("input[type=password]")).isVisible();
    }

    @Test
    void makesOneJobOfADoubleClickAndShowsItInTheOtherTab() {
        HomePage home = HomePage.logIn(tab(Look.DESK), "alice");
        Page second = home.tab().context().newPage();
        complaints.of(second);
        second.navigate(Api.PORTAL + "/");
        home.choose("CPU");
        home.tab().locator("#name").fill("clicked twice");
        home.tab().locator("#go").dblclick();

        new HomePage(second).row("clicked twice").first().waitFor();
        home.entryPoint("clicked twice", "Terminal");
        assertThat(home.row("clicked twice")).hasCount(1);
        assertThat(new HomePage(second).row("clicked twice")).hasCount(1);
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void keepsJobsFromOthers() {
        HomePage alice = HomePage.logIn(tab(Look.DESK), "alice").start("CPU", "only mine");
        String notebook = alice.open("only mine", "Jupyter").url();
        HomePage bob = HomePage.logIn(chromium.open(Look.DESK), "bob");
        assertThat(bob.tab().locator("#jobs")).isVisible();
        assertThat(bob.row("only mine")).hasCount(0);

        Response answer = bob.tab().navigate(notebook);
        assertThat(answer.status()).isIn(401, 403, 404);
        assertThat(bob.tab().content()).doesNotContain("jupyter-main-app");
    }

    @Test
    void speaksGermanOnAPhoneInTheDark() {
        HomePage home = HomePage.logIn(tab(Look.GERMAN_PHONE), "alice").start("CPU", "Telefon");
        home.entryPoint("Telefon", "Jupyter");

        assertThat(home.row("Telefon")).containsText("Läuft");
        for (String page : List.of("/", "/history.xhtml", "/tokens.xhtml", "/nowhere.xhtml")) {
            home.tab().navigate(Api.PORTAL + page);
            assertThat(home.tab().locator("html")).hasAttribute("lang", "de");
            assertThat(home.tab().locator("body").innerText()).doesNotContain("???");
            assertThat((int) home.tab().evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s", page)
                    .isLessThanOrEqualTo(390);
            assertThat(
                            (boolean)
                                    home.tab()
                                            .evaluate(
                                                    "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every(c => c < 64)"))
                    .as("dark %s", page)
                    .isTrue();
        }
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        Page tab = tab(Look.DESK);
        tab.navigate(Api.PORTAL + "/");
        assertThat(tab.locator("#user")).isFocused();
        tab.keyboard().type("alice");
        tab.keyboard().press("Tab");
        tab.keyboard().type(HomePage.PASSWORD);
        tab.keyboard().press("Enter");
        HomePage home = new HomePage(tab);
        home.choose("CPU");
        tab.locator("#name").focus();
        tab.keyboard().type("typed");
        tab.keyboard().press("Enter");
        home.entryPoint("typed", "Terminal");

        Locator stop = home.row("typed").locator("button.stop");
        stop.focus();
        tab.keyboard().press("Enter");
        assertThat(tab.locator("#confirm")).isVisible();
        tab.keyboard().press("Escape");
        assertThat(tab.locator("#confirm")).isHidden();
        stop.focus();
        tab.keyboard().press("Enter");
        tab.keyboard().press("Tab");
        tab.keyboard().press("Enter");
        home.awaitGone("typed");
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void saysWhyALoginIsRefusedAndKeepsThePageAskedFor() {
        Page tab = tab(Look.DESK);
        tab.navigate(Api.PORTAL + "/tokens.xhtml");
        HomePage.logInHere(tab, "alice", "wrong");
        assertThat(tab.locator("#messages")).containsText("not correct");
        assertThat(tab.locator("#password")).hasValue("");

        HomePage.logInHere(tab, "alice", HomePage.PASSWORD);
        assertThat(tab.locator("h1")).hasText("API tokens");
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void losesNothingTypedWhenTheSessionEnds() {
        Page tab = tab(Look.DESK);
        HomePage home = HomePage.logIn(tab, "alice");
        home.choose("GPU");
        tab.locator("#minutes").selectOption("30");
        tab.locator("#name").pressSequentially("not lost");
        tab.context().clearCookies();
        tab.locator("#go").click();
        HomePage.logInHere(tab, "alice", HomePage.PASSWORD);

        assertThat(tab.locator("#name")).hasValue("not lost");
        assertThat(tab.locator("#template")).hasValue("carme-users/GPU");
        assertThat(tab.locator("#minutes")).hasValue("30");
        tab.locator("#go").click();
        home.row("not lost").waitFor();
    }

    @Test
    void endsTheNotebookWithTheLogOut() {
        HomePage home = HomePage.logIn(tab(Look.DESK), "alice").start("CPU", "left open");
        Page notebook = newNotebook(home.open("left open", "Jupyter"));
        notebook.waitForFunction("() => Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        home.tab().locator("#user-menu summary").click();
        home.tab().locator("#account\\:logout").click();
        assertThat(home.tab().locator("#login")).isVisible();

        notebook.waitForFunction(
                "() => !Jupyter.notebook.kernel.is_connected()",
                null,
                new Page.WaitForFunctionOptions().setTimeout(1_500));
        assertThat(notebook.reload().status()).isEqualTo(401);
    }

    @Test
    void saysThatSlurmIsAwayAndRecovers() {
        HomePage home = HomePage.logIn(tab(Look.DESK), "alice");
        assertThat(home.tab().locator("#cluster-state")).containsText("Cluster ok");
        Cluster.stop("restd");
        try {
            assertThat(home.tab().locator("#cluster-state")).containsText("Slurm does not answer", patient());
        } finally {
            Cluster.start("restd");
        }
        assertThat(home.tab().locator("#cluster-state")).containsText("Cluster ok", patient());
    }

    @Test
    void keepsToItsLayout() {
        Page tab = tab(Look.DESK);
        HomePage.logIn(tab, "alice");
        tab.locator("#side").waitFor();
        // Both at one moment: what is shown may be renewed between two looks.
        Number between = (Number) tab.evaluate("() => document.querySelector('#side').getBoundingClientRect().left"
                + " - document.querySelector('#start').getBoundingClientRect().right");
        assertThat(between.doubleValue()).isPositive();
        tab.setViewportSize(768, 900);
        assertThat((int) tab.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(768);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions patient() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(40_000);
    }

    private Page tab(Look look) {
        Page tab = chromium.open(look);
        complaints.of(tab);
        return tab;
    }

    private static Page newNotebook(Page tree) {
        tree.locator("#new-dropdown-button").click();
        Page notebook = tree.context()
                .waitForPage(() -> tree.locator("#kernel-python3 a").click());
        notebook.locator(".CodeMirror").first().waitFor();
        return notebook;
    }
}
