import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports what is in the accounting, beside the mere reading of the same windows. */
final class Accounting {
    private static final int ROUNDS = 3;
    private static final int RUNS = 100_000;
    private static final String QUESTION = "/slurmdb/v0.0.38/jobs/";
    private static final Pattern START = Pattern.compile("start_time=uts(\\d+)");

    private final Map<String, String> env;
    private final Connection database;
    private final Admin admin;
    private final HttpClient reader = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Accounting(Map<String, String> env, Connection database) {
        this.env = env;
        this.database = database;
        admin = new Admin(env.get("PORTAL_URL"), env.get("PASSWORD"));
    }

    void measure() throws Exception {
        Wire wire = new Wire(Integer.parseInt(env.get("WIRE_PORT")), env.get("SLURM_URL"));
        try {
            wire.awaitPortal();
            admin.run("import-accounting");
            for (int round = 1; round <= ROUNDS; round++) {
                change("DELETE FROM accounted_runs", "DELETE FROM usage_days", "DELETE FROM usage_days_due",
                        "UPDATE accounting_mark SET imported_until = 0, window_seconds = 3600, longest_millis = 0,"
                                + " looked_back_on = ''");
                wire.forgetCalls();
                long took = admin.run("import-accounting");
                if (count() < RUNS) {
                    throw new IllegalStateException(count() + " runs imported: slurmdbd did not answer in time");
                }
                List<String> windows = windows(wire);
                long second = admin.run("import-accounting");
                long raw = read(windows);
                System.out.printf(
                        "accounting, round %d: %d runs imported in %d ms, the same in %d windows read in %d ms: %.2f x; again %d ms%n",
                        round, RUNS, took, windows.size(), raw, (double) took / raw, second);
            }
        } finally {
            wire.close();
        }
    }

    /** @return what was asked; of a window that was too large and asked for again in halves, the halves */
    private static List<String> windows(Wire wire) {
        Map<String, String> byStart = new LinkedHashMap<>();
        for (Wire.Call call : wire.calls(QUESTION)) {
            Matcher start = START.matcher(call.address());
            if (start.find()) {
                byStart.put(start.group(1), call.address());
            }
        }
        return List.copyOf(byStart.values());
    }

    private long read(List<String> windows) throws Exception {
        long begin = System.nanoTime();
        for (String window : windows) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + env.get("WIRE_PORT") + window))
                    .headers("X-SLURM-USER-NAME", "carme", "X-SLURM-USER-TOKEN", env.get("CARME_TOKEN"))
                    .build();
            int status = reader.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(window + ": " + status);
            }
        }
        return Wait.millisSince(begin);
    }

    private void change(String... statements) throws Exception {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
        database.commit();
    }

    private long count() throws Exception {
        try (Statement statement = database.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM accounted_runs")) {
            rows.next();
            return rows.getLong(1);
        } finally {
            database.commit();
        }
    }
}
