package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** What somebody does in the web terminal of a job. */
final class TerminalSteps {
    private static final double PATIENCE = 90_000;

    private final Page tab;

    private TerminalSteps(Page tab) {
        this.tab = tab;
    }

    /** In the terminal of a job that runs, as soon as it has greeted with the job's name. */
    static void inTerminal(Api user, long job, String name, Consumer<TerminalSteps> work) {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            TerminalSteps terminal = new TerminalSteps(tab);
            tab.navigate(user.post("/jobs/" + job + "/entry-points/terminal/ticket", "{}")
                    .json()
                    .getString("url"));
            terminal.awaitText(name);
            work.accept(terminal);
            assertThat(complaints.all()).isEmpty();
        }
    }

    void awaitText(String text) {
        tab.locator(".xterm-rows", new Page.LocatorOptions().setHasText(text))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    void type(String line) {
        tab.keyboard().type(line + "\n");
    }

    /** Types it, and waits until the shell has done it. */
    void run(String command) {
        String mark = Long.toString(System.nanoTime(), 36);
        type(command + "; clear; echo do''ne " + mark);
        awaitText("done " + mark);
    }
}
