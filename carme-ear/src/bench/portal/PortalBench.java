import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What README.md says, for a portal that runs with these templates and asks Slurm at the wire's port. */
final class PortalBench {
    private static final String SLURM_PATH = "/slurm/v0.0.38";
    private static final String JSON = "application/json";

    private final String portal;
    private final String direct;
    private final SlurmWire wire;
    private final Http slurm;
    private final Http api;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    PortalBench(Map<String, String> env) throws IOException {
        portal = env.get("PORTAL_URL");
        int port = Integer.parseInt(env.get("WIRE_PORT"));
        wire = new SlurmWire(port, env.get("SLURM_URL"));
        direct = "http://127.0.0.1:" + port + SLURM_PATH;
        slurm = new Http("X-SLURM-USER-NAME", "alice", "X-SLURM-USER-TOKEN", env.get("SLURM_TOKEN"));
        Http once = new Http(
                "Authorization",
                "Basic "
                        + java.util.Base64.getEncoder().encodeToString(("alice:" + env.get("PASSWORD")).getBytes()));
        String token = Http.find(
                once.post(
                                portal + "/api/v1/tokens",
                                JSON,
                                "{\"name\":\"bench\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\",\"jobs:write\"]}")
                        .body(),
                "\"token\":\"([^\"]*)\"");
        api = new Http("Authorization", "Bearer " + token);
    }

    public static void main(String[] arguments) throws Exception {
        PortalBench bench = new PortalBench(System.getenv());
        for (String what : arguments) {
            switch (what) {
                case "starts" -> bench.starts();
                case "burst" -> bench.burst();
                default -> throw new IllegalArgumentException(what);
            }
        }
        System.exit(0);
    }

    private void starts() throws InterruptedException {
        int seconds = Integer.getInteger("seconds", 30);
        paced("warm", 5, 10, this::throughCarme);
        endAll();
        for (int rate : new int[] {0, 20}) {
            String way = rate == 0 ? "one at a time" : rate + "/s";
            long[] slurmAlone = paced("direct" + rate, rate, seconds, this::directly);
            endAll();
            long[] carme = paced("carme" + rate, rate, seconds, this::throughCarme);
            endAll();
            System.out.printf(
                    "starts, %s: until slurmctld has the job p50 %d ms, p95 %d ms; slurmrestd alone p50 %d ms, p95 %d ms%n",
                    way, percentile(carme, 50), percentile(carme, 95), percentile(slurmAlone, 50), percentile(slurmAlone, 95));
        }
    }

    /** An open loop: a start that is late does not delay the next. */
    private long[] paced(String prefix, int rate, int seconds, java.util.function.ToLongFunction<String> start)
            throws InterruptedException {
        List<Long> took = java.util.Collections.synchronizedList(new ArrayList<>());
        if (rate == 0) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int i = 0; System.nanoTime() < end; i++) {
                took.add(start.applyAsLong(prefix + "-" + i));
            }
        } else {
            int count = rate * seconds;
            Semaphore done = new Semaphore(0);
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                String name = prefix + "-" + i;
                TimeUnit.NANOSECONDS.sleep(begin + i * 1_000_000_000L / rate - System.nanoTime());
                threads.execute(() -> {
                    took.add(start.applyAsLong(name));
                    done.release();
                });
            }
            done.acquire(count);
        }
        return took.stream().mapToLong(Long::longValue).toArray();
    }

    private long directly(String name) {
        long begin = System.nanoTime();
        submitDirectly(name, "down", "#!/bin/bash\nsleep 1\n");
        return millisSince(begin);
    }

    private String submitDirectly(String name, String partition, String script) {
        String job = "{\"job\":{\"name\":\"%s\",\"partition\":\"%s\",\"account\":\"lab\",\"nodes\":1,\"current_working_directory\":\"/tmp\",\"environment\":{\"PATH\":\"/usr/bin:/bin\",\"HOME\":\"/home/alice\"},\"standard_output\":\"/dev/null\",\"standard_error\":\"/dev/null\"},\"script\":\"%s\"}"
                .formatted(name, partition, script.replace("\n", "\\n"));
        return Http.find(slurm.post(direct + "/job/submit", JSON, job).body(), "\"job_id\":\\s*(\\d+)");
    }

    private long throughCarme(String name) {
        long begin = System.nanoTime();
        start("Burst", name);
        await(() -> wire.acceptedAt(name) != null);
        return TimeUnit.NANOSECONDS.toMillis(wire.acceptedAt(name) - begin);
    }

    private String start(String template, String name) {
        var answer = api.post(
                portal + "/api/v1/jobs",
                JSON,
                "{\"template\":\"%s\",\"acceleratorType\":\"cpu\",\"acceleratorsPerNode\":0,\"nodes\":1,\"image\":\"base\",\"name\":\"%s\",\"timeLimitMinutes\":30}"
                        .formatted(template, name));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return Http.find(answer.body(), "\"id\":(\\d+)");
    }

    private void burst() throws InterruptedException {
        int count = 1000;
        long begin = System.nanoTime();
        Semaphore done = new Semaphore(0);
        ExecutorService senders = Executors.newFixedThreadPool(20);
        for (int i = 0; i < count; i++) {
            String name = "burst-" + i;
            senders.execute(() -> {
                start("Burst", name);
                done.release();
            });
        }
        done.acquire(count);
        long stored = millisSince(begin);
        for (int i = 0; i < count; i++) {
            String name = "burst-" + i;
            await(() -> wire.acceptedAt(name) != null);
        }
        long all = millisSince(begin);
        System.out.printf(
                "burst: %d starts stored in %d ms (%.0f/s), all at slurmctld after %d ms (%.0f/s)%n",
                count, stored, count * 1000.0 / stored, all, count * 1000.0 / all);
        endAll();
    }

    private void endAll() {
        for (String body = active(); body.contains("\"id\":"); body = active()) {
            Matcher ids = Pattern.compile("\"id\":(\\d+)").matcher(body);
            while (ids.find()) {
                api.delete(portal + "/api/v1/jobs/" + ids.group(1));
            }
        }
        Matcher left = Pattern.compile("\"job_id\":\\s*(\\d+)[^}]*?\"job_state\":\\s*\"PENDING\"")
                .matcher(slurm.get(direct + "/jobs").body());
        while (left.find()) {
            slurm.delete(direct + "/job/" + left.group(1));
        }
    }

    private String active() {
        return api.get(portal + "/api/v1/jobs?limit=100").body();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static long percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
