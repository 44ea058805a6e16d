import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many people with an open page each; every second something changes for one of them. */
final class PushBench {
    private static final int LOGINS_AT_ONCE = 8;
    private static final int SECONDS = 60;
    private static final String JSON = "application/json";

    private final String portal = System.getenv("PORTAL_URL");
    private final String password = System.getenv("PASSWORD");
    private final String process = System.getenv("PORTAL_PROCESS");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] arguments) throws Exception {
        new PushBench().measure(Integer.parseInt(arguments[0]));
    }

    private void measure(int people) throws Exception {
        long begin = System.nanoTime();
        List<OpenPage> pages = open(people);
        List<Http> programs = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            programs.add(program(user(place(second, people))));
        }
        System.out.printf("%d people logged in and looking after %d s%n", people, Wait.millisSince(begin) / 1000);

        long idle = Processor.millis(process);
        TimeUnit.SECONDS.sleep(SECONDS);
        idle = Processor.millis(process) - idle;

        long used = Processor.millis(process);
        long[] told = new long[SECONDS];
        long[] shown = new long[SECONDS];
        begin = System.nanoTime();
        for (int second = 0; second < SECONDS; second++) {
            TimeUnit.NANOSECONDS.sleep(begin + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
            OpenPage page = pages.get(place(second, people));
            long change = System.nanoTime();
            page.expect();
            programs.get(second).post(portal + "/api/v1/notifications/read", JSON, "");
            Wait.until(() -> page.shownAt() != null);
            told[second] = TimeUnit.NANOSECONDS.toMillis(page.toldAt() - change);
            shown[second] = TimeUnit.NANOSECONDS.toMillis(page.shownAt() - change);
        }
        used = Processor.millis(process) - used;
        System.out.printf("one change a second: page told p50 %d ms, p95 %d ms; shows it p50 %d ms, p95 %d ms%n",
                percentile(told, 50), percentile(told, 95), percentile(shown, 50), percentile(shown, 95));
        System.out.printf("portal's processor time: %.0f %% of a core, %.0f %% without changes%n", share(used), share(idle));
        // the sockets would keep the program
        System.exit(0);
    }

    /** Not neighbours: those of one page might share what another has made ready. */
    private static int place(int second, int people) {
        return second * people / SECONDS;
    }

    private List<OpenPage> open(int people) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LOGINS_AT_ONCE);
        List<Callable<OpenPage>> logins = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String user = user(i);
            logins.add(() -> new OpenPage(client, portal).open(user, password));
        }
        List<OpenPage> pages = new ArrayList<>();
        for (Future<OpenPage> login : threads.invokeAll(logins)) {
            pages.add(login.get());
        }
        threads.shutdown();
        return pages;
    }

    private static String user(int place) {
        return "user%05d".formatted(place + 1);
    }

    private Http program(String user) {
        String given = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String made = new Http("Authorization", "Basic " + given)
                .post(portal + "/api/v1/tokens", JSON, "{\"name\":\"bench\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\",\"jobs:write\"]}")
                .body();
        return new Http("Authorization", "Bearer " + Http.find(made, "\"token\":\"([^\"]*)\""));
    }

    private static double share(long millis) {
        return millis / (10.0 * SECONDS);
    }

    private static long percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / 100];
    }
}
