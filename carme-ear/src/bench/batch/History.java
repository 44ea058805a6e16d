import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Pages and the care of a long history of batch jobs. */
final class History {
    private static final int EXECUTIONS = Integer.getInteger("executions", 1_000_000);
    private static final int REQUESTS = 60;
    private static final List<String> PAGES = List.of(
            "/admin/batch.xhtml",
            "/admin/batch-job.xhtml?name=submit-jobs",
            "/admin/batch-job.xhtml?name=submit-jobs&after=500000",
            "/admin/batch-job.xhtml?name=submit-jobs&failed=true",
            "/admin/batch-job.xhtml?name=import-accounting&failed=true",
            "/admin/batch-job.xhtml?name=reconcile-jobs&failed=true",
            "/admin/batch-job.xhtml?name=clean-up",
            "/admin/batch-job.xhtml?name=warn-of-expiry",
            "/admin/batch-execution.xhtml?id=500000",
            "/admin/system.xhtml");

    /** Most of them starts; a few of every other job. */
    private static final String NAME =
            "CASE WHEN seq % 100 = 1 THEN 'import-accounting' WHEN seq % 100 = 2 THEN 'reconcile-jobs'"
                    + " WHEN seq % 10000 = 3 THEN 'clean-up' ELSE 'submit-jobs' END";

    /** Old failures of two jobs, which a third one has none of; here and there a stop that was judged. */
    private static final String STATUS = "CASE WHEN seq % 100 = 1 AND seq < 700000 OR seq % 1000 = 500 AND seq < 600000"
            + " THEN 'FAILED' WHEN seq % 5000 = 77 THEN 'STOPPED' ELSE 'COMPLETED' END";

    private static final String VERDICT = "CASE WHEN seq % 50000 = 77 THEN 'TOO_LONG' END";

    private final Map<String, String> env;
    private final Connection database;
    private final Portal portal;

    History(Map<String, String> env, Connection database) {
        this.env = env;
        this.database = database;
        portal = new Portal(env.get("PORTAL_PROCESS"));
    }

    void fill() throws Exception {
        String all = " FROM seq_1_to_" + EXECUTIONS;
        String id = "100 + seq";
        String time = "FROM_UNIXTIME(UNIX_TIMESTAMP() - 60 * 86400 + seq * (60 * 86400 / " + EXECUTIONS + "))";
        change("INSERT INTO JBATCHJOBINSTANCEDATA (jobinstanceid, name, apptag) SELECT " + id + ", " + NAME + ", 'carme'" + all);
        change("INSERT INTO JBATCHJOBSTATUS (id) SELECT " + id + all);
        change("INSERT INTO JBATCHEXECUTIONINSTANCEDATA (jobexecid, jobinstanceid, createtime, starttime, endtime, updatetime,"
                + " batchstatus, exitstatus) SELECT " + id + ", " + id + ", " + time + ", " + time + ", " + time + ", " + time
                + ", " + STATUS + ", " + STATUS + all);
        change("INSERT INTO JBATCHSTEPEXECUTIONINSTANCEDATA (stepexecid, jobexecid, batchstatus, exitstatus, stepname, readcount,"
                + " writecount, commitcount, rollbackcount, readskipcount, processskipcount, filtercount, writeskipcount, starttime,"
                + " endtime) SELECT " + id + ", " + id + ", 'COMPLETED', 'COMPLETED', 'one', 0, 0, 0, 0, 0, 0, 0, 0, " + time + ", "
                + time + all);
        change("INSERT INTO JBATCHSTEPSTATUS (id) SELECT " + id + all);
        change("INSERT INTO batch_executions (execution, job, portal, host, cause, started_by, parameters, begun_at, log_lines,"
                + " verdict)"
                + " SELECT " + id + ", " + NAME + ", '', 'carme', 'PORTAL', '', '', UNIX_TIMESTAMP(" + time + ") * 1000, 0, " + VERDICT + all);
    }

    private void change(String sql) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
        database.commit();
    }

    void measure() throws Exception {
        Http browser = Login.browser(env.get("PORTAL_URL"), "admin", env.get("PASSWORD"));
        for (int i = 0; i < 20; i++) {
            PAGES.forEach(page -> open(browser, page));
        }
        for (String page : PAGES) {
            long[] took = new long[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                long begin = System.nanoTime();
                open(browser, page);
                took[i] = Wait.millisSince(begin);
            }
            Arrays.sort(took);
            System.out.printf("history, %-62s p50 %4d ms, p95 %4d ms%n", page, took[REQUESTS / 2], took[REQUESTS * 95 / 100]);
        }
        long before = portal.processorMillis();
        TimeUnit.SECONDS.sleep(60);
        System.out.printf("history: %.1f %% of a core while nobody asks%n", (portal.processorMillis() - before) / 600.0);
        System.out.printf("history: clean-up of half of it %d s%n", new Admin(env.get("PORTAL_URL"), env.get("PASSWORD")).run("clean-up") / 1000);
    }

    private void open(Http browser, String page) {
        HttpResponse<String> answer = browser.get(env.get("PORTAL_URL") + page);
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login.xhtml")) {
            throw new IllegalStateException(page + ": " + answer.statusCode() + " " + answer.uri());
        }
    }
}
