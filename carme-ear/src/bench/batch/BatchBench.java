import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One part of what README.md says. */
final class BatchBench {
    private static final int SECONDS = Integer.getInteger("seconds", 120);
    private static final int WARM_UP = Integer.getInteger("warm-up", SECONDS);

    private BatchBench() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> env = System.getenv();
        if (arguments[0].equals("idle")) {
            idle(new Portal(env.get("PORTAL_PROCESS")));
            return;
        }
        try (Connection database = DriverManager.getConnection(
                env.get("CARME_MARIADB_URL") + "?rewriteBatchedStatements=true",
                env.get("CARME_MARIADB_USER"),
                env.get("CARME_MARIADB_PASSWORD"))) {
            database.setAutoCommit(false);
            switch (arguments[0]) {
                case "reconcile" -> new Reconcile(env, database).measure();
                case "accounting" -> new Accounting(env, database).measure();
                case "history" -> {
                    History history = new History(env, database);
                    history.fill();
                    history.measure();
                }
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void idle(Portal portal) throws InterruptedException {
        TimeUnit.SECONDS.sleep(WARM_UP);
        Map<String, Long> before = new HashMap<>(portal.threads());
        long begin = portal.processorMillis();
        TimeUnit.SECONDS.sleep(SECONDS);
        double percent = (portal.processorMillis() - begin) / (SECONDS * 10.0);
        System.out.printf("idle: %.2f %% of a core over %d s after %d s%n", percent, SECONDS, WARM_UP);
        portal.threads().entrySet().stream()
                .map(thread -> Map.entry(thread.getKey(), thread.getValue() - before.getOrDefault(thread.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(8)
                .forEach(thread -> System.out.printf("  %s: %d ms%n", thread.getKey(), thread.getValue()));
    }
}
