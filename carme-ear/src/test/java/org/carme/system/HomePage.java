package org.carme.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The portal's home page in one tab. */
record HomePage(Page tab) {
    static final String PASSWORD = System.getenv().getOrDefault("CARME_DEMO_PASSWORD", "");
    private static final double PATIENCE = 60_000;

    /** Opens the portal and logs in on the page that comes then. */
    static HomePage logIn(Page tab, String user) {
        tab.navigate(Api.PORTAL + "/");
        return logInHere(tab, user, PASSWORD);
    }

    static HomePage logInHere(Page tab, String user, String password) {
        tab.locator("#user").fill(user);
        tab.locator("#password").fill(password);
        tab.locator("#enter").click();
        return new HomePage(tab);
    }

    HomePage start(String template, String name) {
        choose(template);
        tab.locator("#name").fill(name);
        tab.locator("#go").click();
        row(name).waitFor();
        return this;
    }

    /** The choices are made anew for another template. */
    void choose(String template) {
        Locator field = tab.locator("#template");
        field.waitFor();
        tab.waitForLoadState();
        if (!field.locator("option:checked").textContent().equals(template)) {
            field.evaluate("element => element.dataset.old = 'yes'");
            field.selectOption(template);
            tab.locator("#template:not([data-old])").waitFor();
        }
    }

    Locator row(String name) {
        return tab.locator(".job", new Page.LocatorOptions().setHasText(name));
    }

    /** Waits, without a reload, until the service can be opened. */
    Locator entryPoint(String name, String service) {
        Locator link = row(name).locator("a", new Locator.LocatorOptions().setHasText(service));
        link.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return link;
    }

    Page open(String name, String service) {
        Locator link = entryPoint(name, service);
        Page opened = tab.context().waitForPage(link::click);
        opened.waitForLoadState();
        return opened;
    }

    void stop(String name) {
        row(name).locator("button.stop").click();
        tab.locator("#confirm-yes").click();
        awaitGone(name);
    }

    void awaitGone(String name) {
        row(name)
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(PATIENCE));
    }
}
