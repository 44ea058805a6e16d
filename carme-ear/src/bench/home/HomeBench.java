import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What alice's home page, with a running job and news on it, costs a browser, a line and the server. */
final class HomeBench {
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(30);
    private static final int REQUESTS = 500;
    private static final int ROUNDS = 7;
    private static final String LARGEST_PAINT =
            "() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))"
                    + ".observe({type: 'largest-contentful-paint', buffered: true}))";

    private final String portal = System.getenv("PORTAL_URL");
    private final String password = System.getenv("PASSWORD");

    public static void main(String[] arguments) {
        HomeBench bench = new HomeBench();
        Carme carme = new Carme(bench.portal, bench.password);
        String job = carme.start("CPU", "weighed");
        Http admin = bench.administrator();
        String news = bench.portal + "/api/v1/admin/news";
        String id = Http.find(
                admin.post(news, "application/json", "{\"title\":\"Move\",\"text\":\"Save **everything**.\",\"severity\":\"INFO\"}")
                        .body(),
                "\"id\":(\\d+)");
        try {
            Wait.until(() -> carme.job(job).contains("\"ready\":true"));
            bench.askServer();
            bench.openInBrowser();
        } finally {
            admin.delete(news + "/" + id);
            carme.endAll();
        }
    }

    private Http administrator() {
        String given = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        String made = new Http("Authorization", "Basic " + given)
                .post(
                        portal + "/api/v1/tokens",
                        "application/json",
                        "{\"name\":\"bench\",\"expiresInDays\":1,\"scopes\":[\"admin\",\"jobs:read\",\"jobs:write\"]}")
                .body();
        return new Http("Authorization", "Bearer " + Http.find(made, "\"token\":\"([^\"]*)\""));
    }

    private void askServer() {
        Http browser = Login.browser(portal, "alice", password);
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
            browser.get(portal + "/index.xhtml");
        }
        String process = System.getenv("PORTAL_PROCESS");
        long used = Processor.millis(process);
        long[] micros = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            browser.get(portal + "/index.xhtml");
            micros[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
        }
        Arrays.sort(micros);
        System.out.printf(
                "server: p50 %.1f ms, p95 %.1f ms, %.1f ms of processor time a page%n",
                micros[REQUESTS / 2] / 1e3,
                micros[REQUESTS * 95 / 100] / 1e3,
                (double) (Processor.millis(process) - used) / REQUESTS);
    }

    private void openInBrowser() {
        Playwright.CreateOptions quiet =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(quiet)) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")));
            List<Cookie> session = logIn(browser);
            double[] paints = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                BrowserContext context = browser.newContext(look());
                context.addCookies(session);
                paints[round] = open(context.newPage(), round == 0);
                context.close();
            }
            Arrays.sort(paints);
            System.out.printf(
                    "largest paint without a cache: median %.0f ms, worst of %d %.0f ms%n", paints[ROUNDS / 2], ROUNDS, paints[ROUNDS - 1]);
        }
    }

    private static Browser.NewContextOptions look() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    private List<Cookie> logIn(Browser browser) {
        try (BrowserContext context = browser.newContext(look())) {
            Page tab = context.newPage();
            tab.navigate(portal + "/");
            tab.locator("#user").fill("alice");
            tab.locator("#password").fill(password);
            tab.locator("#enter").click();
            tab.locator("#session").waitFor();
            return context.cookies();
        }
    }

    /** Without a cache, then with it. @return when the largest paint was the first time, in milliseconds */
    private double open(Page tab, boolean told) {
        Map<String, String> urls = new HashMap<>();
        List<String> parts = new ArrayList<>();
        double[] bytes = new double[1];
        CDPSession line = tab.context().newCDPSession(tab);
        line.send("Network.enable");
        line.on("Network.responseReceived", event -> urls.put(
                event.get("requestId").getAsString(),
                event.getAsJsonObject("response").get("url").getAsString()));
        line.on("Network.loadingFinished", (JsonObject event) -> {
            double length = event.get("encodedDataLength").getAsDouble();
            bytes[0] += length;
            parts.add("  %9.1f kB %s".formatted(length / 1000, urls.get(event.get("requestId").getAsString())));
        });
        tab.navigate(portal + "/index.xhtml");
        double paint = ((Number) tab.evaluate(LARGEST_PAINT)).doubleValue();
        for (String state : List.of("without a cache", "with it")) {
            if (state.equals("with it")) {
                parts.clear();
                bytes[0] = 0;
                tab.navigate(portal + "/index.xhtml");
            }
            tab.evaluate("() => window.scrollTo(0, document.body.scrollHeight)");
            tab.locator(".utilisation[data-loaded]").waitFor();
            tab.waitForLoadState(LoadState.NETWORKIDLE);
            if (told) {
                System.out.printf("%s: %.1f kB in %d answers%n", state, bytes[0] / 1000, parts.size());
                parts.forEach(System.out::println);
            }
        }
        return paint;
    }
}
