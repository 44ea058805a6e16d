package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page against the rules of WCAG 2.2 AA that a program can check (axe-core), light on a desk and dark on a phone,
 * that none is wider than a small screen, that at 320 px nothing is cut off, and that a German reader meets no English.
 */
class AccessibilityIT {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String WIDER =
            "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth";
    private static final List<Integer> SMALL = List.of(768, 390, 320);
    private static final List<Look> LOOKS = List.of(Look.DESK, Look.GERMAN_PHONE);

    private static final String DOCUMENTS = "script, style, .rich, .docs-side details";
    private static final String NAME_OF_A_PARTITION = "down";
    private static final Set<String> ENGLISH = onlyEnglish();

    private static Chromium chromium;

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
    }

    @Test
    void breaksNoRuleOnThePagesOfUsers() {
        long job = Api.as("alice").start(Starts.cpu("accessible"));
        for (Look look : LOOKS) {
            Page tab = still(look);
            tab.navigate(Api.PORTAL + "/");
            assertThat(broken(tab)).as("login, %s", look).isEmpty();
            HomePage.logInHere(tab, "alice", HomePage.PASSWORD).entryPoint("accessible", "Terminal");
            Stream.concat(Pages.OF_USERS.stream(), Stream.of("/job.xhtml?id=" + job))
                    .forEach(path -> requireNothingBroken(tab, path, look));
            tab.context().close();
        }
    }

    @Test
    void breaksNoRuleOnThePagesOfAdministrators() {
        String failed = "/admin/batch-execution.xhtml?id=" + NoBackups.fail();
        for (Look look : LOOKS) {
            Page tab = still(look);
            HomePage.logIn(tab, "admin");
            tab.locator("#session").waitFor();
            Stream.concat(Pages.OF_ADMINISTRATORS.stream(), Stream.of(failed))
                    .forEach(path -> requireNothingBroken(tab, path, look));
            tab.context().close();
        }
    }

    /** Without motion: a row that is just appearing has no colours yet. */
    private static Page still(Look look) {
        Page tab = chromium.open(look);
        tab.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return tab;
    }

    /** The tab moves nothing, and somebody is logged in. */
    static void requireNothingBroken(Page tab, String path, Look look) {
        Pages.open(tab, path);
        assertThat(broken(tab)).as("%s, %s", path, look).isEmpty();
        assertThat(tooNarrow(tab, look))
                .as("scrolls sideways: %s, %s", path, look)
                .isEmpty();
        if (look.equals(Look.GERMAN_PHONE)) {
            assertThat(english(tab)).as("English on %s", path).isEmpty();
            tab.setViewportSize(320, 800);
            assertThat(tooWide(tab)).as("%s at 320 px", path).isEmpty();
            tab.setViewportSize(look.width(), 900);
        }
    }

    private static List<Integer> tooNarrow(Page tab, Look look) {
        List<Integer> widths = SMALL.stream()
                .filter(width -> {
                    tab.setViewportSize(width, 900);
                    return (boolean) tab.evaluate(WIDER);
                })
                .toList();
        tab.setViewportSize(look.width(), 900);
        return widths;
    }

    /** Data tables may be scrolled in their frames (1.4.10). */
    private static List<String> tooWide(Page tab) {
        return Pages.strings(tab.evaluate("""
                () => [...document.querySelectorAll('body *')]
                    .filter(element => element.getClientRects().length && !element.closest('.hidden, .skip, .scroll, .stacked thead, svg'))
                    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .map(element => element.outerHTML.slice(0, 120)).slice(0, 3)"""));
    }

    /** What the page says to somebody, but for documents, which are English. */
    private static List<String> english(Page tab) {
        return Pages.said(tab, DOCUMENTS).stream()
                .filter(ENGLISH::contains)
                .distinct()
                .toList();
    }

    private static Set<String> onlyEnglish() {
        ResourceBundle english = ResourceBundle.getBundle("org.carme.texts.Texts", Locale.ENGLISH);
        ResourceBundle german = ResourceBundle.getBundle("org.carme.texts.Texts", Locale.GERMAN);
        Set<String> texts = english.keySet().stream().map(english::getString).collect(Collectors.toSet());
        german.keySet().stream().map(german::getString).forEach(texts::remove);
        texts.remove(NAME_OF_A_PARTITION);
        return texts;
    }

    /** In the old way, without an empty page for each look: there are no frames of elsewhere. */
    private static List<String> broken(Page tab) {
        return new AxeBuilder(tab)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(AccessibilityIT::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList();
    }
}
