import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long each page takes to answer, as the administrator and as alice. */
final class PageTimes {
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(30);
    private static final int REQUESTS = Integer.getInteger("requests", 200);

    private static final List<String> ADMIN = List.of(
            "/admin/jobs.xhtml",
            "/admin/jobs.xhtml?owner=user00042",
            "/admin/jobs.xhtml?text=night",
            "/admin/jobs.xhtml?text=nothing+of+that+name",
            "/admin/jobs.xhtml?node=node99",
            "/admin/jobs.xhtml?node=node03&state=ended",
            "/admin/templates.xhtml",
            "/admin/projects.xhtml",
            "/admin/projects.xhtml?text=project-000019",
            "/admin/project.xhtml?show=project-00000100",
            "/admin/users.xhtml",
            "/admin/users.xhtml?text=user00042",
            "/admin/user.xhtml?name=alice",
            "/admin/groups.xhtml",
            "/admin/quotas.xhtml",
            "/admin/inventory.xhtml",
            "/admin/configuration.xhtml",
            "/admin/system.xhtml",
            "/admin/audit.xhtml",
            "/admin/audit.xhtml?actor=user00042",
            "/images.xhtml",
            "/images.xhtml?text=image+19",
            "/image.xhtml?name=image-00019&tab=packages",
            "/packages.xhtml?name=torch&version=2.7",
            "/packages.xhtml?name=lib",
            "/packages.xhtml?name=nothing-of-that-name");
    private static final List<String> USER =
            List.of("/index.xhtml", "/cluster.xhtml", "/projects.xhtml", "/project.xhtml?show=project-00000100", "/history.xhtml", "/quota.xhtml", "/activity.xhtml", "/tokens.xhtml",
            "/images.xhtml?text=image", "/packages.xhtml?name=torch");

    private final String portal = System.getenv("PORTAL_URL");

    public static void main(String[] arguments) {
        PageTimes times = new PageTimes();
        Map<String, Http> pages = new LinkedHashMap<>();
        ADMIN.forEach(page -> pages.put(page, times.browser("admin")));
        USER.forEach(page -> pages.put(page, times.browser("alice")));
        long end = System.nanoTime() + WARM_UP;
        while (System.nanoTime() < end) {
            pages.forEach(times::open);
        }
        pages.forEach(times::measure);
    }

    private Http browser(String user) {
        return Login.browser(portal, user, System.getenv("PASSWORD"));
    }

    private void measure(String page, Http browser) {
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            open(page, browser);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-45s p50 %4d ms, p95 %4d ms%n",
                page, millis(nanos[REQUESTS / 2]), millis(nanos[REQUESTS * 95 / 100]));
    }

    private void open(String page, Http browser) {
        HttpResponse<String> answer = browser.get(portal + page);
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login.xhtml")) {
            throw new IllegalStateException(page + ": " + answer.statusCode() + " " + answer.uri());
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
