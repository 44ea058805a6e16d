import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at many waiting jobs, beside the mere reading of them. */
final class Reconcile {
    private static final int ROUNDS = 3;
    private static final int CHANGED = 1_000;
    private static final int JOBS = Integer.getInteger("jobs", 10_000) + (ROUNDS - 1) * CHANGED;
    private static final int SETTLING = 30;
    private static final String ALL = "/slurm/v0.0.38/jobs/";

    private final Map<String, String> env;
    private final Connection database;
    private final Admin admin;
    private final Portal portal;
    private final Http alice;
    private final HttpClient reader = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> ids = new ArrayList<>();

    Reconcile(Map<String, String> env, Connection database) {
        this.env = env;
        this.database = database;
        admin = new Admin(env.get("PORTAL_URL"), env.get("PASSWORD"));
        portal = new Portal(env.get("PORTAL_PROCESS"));
        alice = new Http("X-SLURM-USER-NAME", "alice", "X-SLURM-USER-TOKEN", env.get("ALICE_TOKEN"));
    }

    void measure() throws Exception {
        long empty = portal.heapMegabytes();
        submit();
        Wire wire = new Wire(Integer.parseInt(env.get("WIRE_PORT")), env.get("SLURM_URL"));
        try {
            wire.awaitPortal();
            TimeUnit.SECONDS.sleep(SETTLING);
            wire.cut(ALL);
            System.out.printf(
                    "reconcile: heap %d MB at the end of a read of %d jobs, %d MB before any job%n",
                    portal.heapMegabytes(), JOBS, empty);
            wire.release();
            long[] raw = new long[ROUNDS];
            long[] changed = new long[ROUNDS];
            long[] batch = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                int from = round * CHANGED;
                raw[round] = read();
                wire.hold();
                cancel(ids.subList(from, from + CHANGED));
                wire.forgetCalls();
                wire.release();
                changed[round] = look(wire, from + CHANGED);
                batch[round] = admin.run("reconcile-jobs");
                System.out.printf(
                        "reconcile, round %d: %d jobs read in %d ms, look with %d ends %d ms, batch job %d ms, heap %d MB (%d before)%n",
                        round + 1, JOBS, raw[round], CHANGED, changed[round], batch[round], portal.heapMegabytes(), empty);
            }
            double read = median(raw);
            System.out.printf(
                    "reconcile: look with %d ends %.2f x, batch job %.2f x the read%n",
                    CHANGED, median(changed) / read, median(batch) / read);
        } finally {
            wire.close();
        }
    }

    /** From the beginning of the read until the database has what it has found. */
    private long look(Wire wire, int ended) throws Exception {
        while (ended() < ended) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Wait.millisSince(wire.calls(ALL).get(0).begin());
    }

    private long read() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + env.get("WIRE_PORT") + ALL))
                .headers("X-SLURM-USER-NAME", "carme", "X-SLURM-USER-TOKEN", env.get("CARME_TOKEN"))
                .build();
        long begin = System.nanoTime();
        int status = reader.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("slurmrestd: " + status);
        }
        return Wait.millisSince(begin);
    }

    /** The portal sees none of them before it knows all. */
    private void submit() throws Exception {
        String url = env.get("SLURM_URL") + "/slurm/v0.0.38/job/submit";
        ExecutorService threads = fourThreads();
        List<Future<String[]>> sent = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            String tag = "carme:" + new UUID(6, i);
            sent.add(threads.submit(() -> {
                String job =
                        "{\"job\":{\"name\":\"bench\",\"comment\":\"%s\",\"partition\":\"down\",\"account\":\"lab\",\"nodes\":1,\"current_working_directory\":\"/tmp\",\"environment\":{\"PATH\":\"/usr/bin:/bin\"},\"standard_output\":\"/dev/null\",\"standard_error\":\"/dev/null\"},\"script\":\"#!/bin/sh\\n\"}"
                                .formatted(tag);
                return new String[] {Http.find(alice.post(url, "application/json", job).body(), "\"job_id\":\\s*(\\d+)"), tag};
            }));
        }
        try (PreparedStatement row = database.prepareStatement("INSERT INTO jobs (version, job_key, tag, owner, owner_uid, name,"
                + " template_name, accelerators_per_node, node_count, image, limit_seconds, state, reason, slurm_job_id,"
                + " node_names, restarts, services_ready, submitted_at, sent_at, charged_group) VALUES (1, ?, ?, 'alice', 7001,"
                + " 'bench', 'CPU', 0, 1, 'base', 3600, 'QUEUED', 'PartitionDown', ?, '', 0, FALSE, ?, ?, 'carme-users')")) {
            for (Future<String[]> job : sent) {
                String id = job.get()[0];
                ids.add(id);
                Object[] values = {
                    String.format("%026d", ids.size()), job.get()[1], id, System.currentTimeMillis(), System.currentTimeMillis()
                };
                for (int i = 0; i < values.length; i++) {
                    row.setObject(i + 1, values[i]);
                }
                row.addBatch();
            }
            row.executeBatch();
            database.commit();
        }
    }

    private static ExecutorService fourThreads() {
        return Executors.newFixedThreadPool(4, run -> {
            Thread thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void cancel(List<String> some) throws Exception {
        ExecutorService threads = fourThreads();
        some.forEach(id -> threads.execute(() -> alice.delete(env.get("SLURM_URL") + "/slurm/v0.0.38/job/" + id)));
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private int ended() throws Exception {
        try (ResultSet ended = database.createStatement().executeQuery("SELECT COUNT(*) FROM jobs WHERE state = 'ENDED'")) {
            ended.next();
            return ended.getInt(1);
        } finally {
            database.commit();
        }
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
