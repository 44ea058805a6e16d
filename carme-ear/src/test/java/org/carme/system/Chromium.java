package org.carme.system;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium; every window is a browser of its own, with its own cookies. */
final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(QUIET));

    /** How somebody looks at the portal. */
    record Look(String language, int width, ColorScheme scheme) {
        static final Look DESK = new Look("en-GB", 1440, ColorScheme.LIGHT);
        static final Look GERMAN_PHONE = new Look("de-DE", 390, ColorScheme.DARK);
    }

    /** @return a first tab, still empty */
    Page open(Look look) {
        BrowserContext context = browser.newContext(new NewContextOptions()
                .setLocale(look.language())
                .setViewportSize(look.width(), 900)
                .setColorScheme(look.scheme()));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
