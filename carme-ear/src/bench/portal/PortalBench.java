import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** What README.md says, for a portal that runs with these templates and asks Slurm at the wire's port. */
final class PortalBench {
    private static final int ROUNDS = 5;
    private static final int BURST = 1000;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final SlurmWire wire;
    private final SlurmDirect slurm;
    private final Carme carme;
    private final Map<String, String> env;
    private final int seconds = Integer.getInteger("seconds", 30);

    private PortalBench(Map<String, String> env) throws IOException {
        this.env = env;
        int port = Integer.parseInt(env.get("WIRE_PORT"));
        wire = new SlurmWire(port, env.get("SLURM_URL"));
        slurm = new SlurmDirect("http://127.0.0.1:" + port, env.get("SLURM_TOKEN"));
        carme = new Carme(env.get("PORTAL_URL"), env.get("PASSWORD"));
    }

    public static void main(String[] arguments) throws Exception {
        PortalBench bench = new PortalBench(System.getenv());
        bench.paced("warm", 10, bench.seconds, bench::throughCarme);
        bench.endAll();
        for (String what : arguments) {
            switch (what) {
                case "starts" -> bench.starts();
                case "burst" -> bench.burst();
                case "shown" -> bench.shown();
                case "notebook" -> bench.notebook();
                case "pages" -> bench.pages();
                default -> throw new IllegalArgumentException(what);
            }
        }
        bench.wire.close();
    }

    private void starts() throws InterruptedException {
        for (int rate : new int[] {0, 20}) {
            String way = rate == 0 ? "one at a time" : rate + "/s";
            long[] alone = paced("direct" + rate, rate, seconds, this::directly);
            endAll();
            long[] through = paced("carme" + rate, rate, seconds, this::throughCarme);
            endAll();
            System.out.printf(
                    "starts, %s: until slurmctld has the job p50 %d ms, p95 %d ms; slurmrestd alone p50 %d ms, p95 %d ms%n",
                    way, percentile(through, 50), percentile(through, 95), percentile(alone, 50), percentile(alone, 95));
        }
    }

    /** An open loop: a start that is late does not delay the next. Rate 0 is one at a time. */
    private long[] paced(String prefix, int rate, int seconds, ToLongFunction<String> start)
            throws InterruptedException {
        List<Long> took = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        if (rate == 0) {
            for (int i = 0; System.nanoTime() < begin + (long) seconds * NANOS_PER_SECOND; i++) {
                took.add(start.applyAsLong(prefix + "-" + i));
            }
        } else {
            ExecutorService threads = Executors.newCachedThreadPool();
            for (int i = 0; i < rate * seconds; i++) {
                String name = prefix + "-" + i;
                TimeUnit.NANOSECONDS.sleep(begin + (long) i * NANOS_PER_SECOND / rate - System.nanoTime());
                threads.execute(() -> took.add(start.applyAsLong(name)));
            }
            threads.shutdown();
            threads.awaitTermination(2, TimeUnit.MINUTES);
        }
        return took.stream().mapToLong(Long::longValue).toArray();
    }

    private long directly(String name) {
        long begin = System.nanoTime();
        slurm.submit(name, "down", "#!/bin/bash\nsleep 1\n");
        return Wait.millisSince(begin);
    }

    private long throughCarme(String name) {
        long begin = System.nanoTime();
        carme.start("Burst", name);
        Wait.until(() -> wire.acceptedAt(name) != null);
        return TimeUnit.NANOSECONDS.toMillis(wire.acceptedAt(name) - begin);
    }

    /** As many starts a second take other paths of the compiler than a few: the warm-up is bursts, too. */
    private void burst() throws InterruptedException {
        long begin = System.nanoTime();
        for (int round = 0; System.nanoTime() < begin + (long) seconds * NANOS_PER_SECOND; round++) {
            burst("warm-" + round);
        }
        for (int round = 0; round < ROUNDS; round++) {
            burst("round-" + round);
        }
    }

    private void burst(String round) throws InterruptedException {
        long begin = System.nanoTime();
        Semaphore done = new Semaphore(0);
        ExecutorService clients = Executors.newFixedThreadPool(20);
        for (int i = 0; i < BURST; i++) {
            String name = round + "-" + i;
            clients.execute(() -> {
                carme.start("Burst", name);
                done.release();
            });
        }
        done.acquire(BURST);
        clients.shutdown();
        long stored = Wait.millisSince(begin);
        for (int i = 0; i < BURST; i++) {
            String name = round + "-" + i;
            Wait.until(() -> wire.acceptedAt(name) != null);
        }
        long all = Wait.millisSince(begin);
        System.out.printf(
                "burst, %s: %d starts stored in %d ms (%.0f/s), all at slurmctld after %d ms (%.0f/s)%n",
                round, BURST, stored, BURST * 1000.0 / stored, all, BURST * 1000.0 / all);
        endAll();
    }

    /** Slurm says running until a page that is told by push has the new state. */
    private void shown() {
        Page page = new Page(carme);
        long[] took = new long[20];
        for (int i = 0; i < took.length; i++) {
            String name = "shown-" + i;
            String id = carme.start("Work", name);
            Wait.until(() -> wire.acceptedAt(name) != null);
            Wait.until(() -> carme.job(id).contains("slurmJobId"));
            String slurmId = Http.find(carme.job(id), "\"slurmJobId\":\"(\\d+)\"");
            Wait.until(() -> slurm.isRunning(slurmId));
            long running = System.nanoTime();
            Wait.until(() -> page.seenRunning(id) != null);
            took[i] = Math.max(0, TimeUnit.NANOSECONDS.toMillis(page.seenRunning(id) - running));
            carme.end(id);
        }
        System.out.printf(
                "shown: running in Slurm until shown p50 %d ms, p95 %d ms%n", percentile(took, 50), percentile(took, 95));
    }

    /** A start until the notebook answers, beside the same notebook in a plain job on the same node. */
    private void notebook() {
        long[] through = new long[ROUNDS];
        long[] plain = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            through[i] = notebookThroughCarme("notebook-" + i);
            plain[i] = notebookInPlainJob("plain-" + i);
        }
        System.out.printf(
                "notebook: answers after %d ms, in a plain job after %d ms (medians of %d)%n",
                percentile(through, 50), percentile(plain, 50), ROUNDS);
    }

    private long notebookThroughCarme(String name) {
        long begin = System.nanoTime();
        String id = carme.start("Work", name);
        Wait.until(() -> carme.job(id).matches("(?s).*\"name\":\"jupyter\",\"ready\":true.*"));
        String ticket = carme.ticket(id, "jupyter");
        Http browser = new Http();
        Wait.until(() -> browser.get(ticket).statusCode() == 200);
        long took = Wait.millisSince(begin);
        carme.end(id);
        return took;
    }

    private long notebookInPlainJob(String name) {
        String node = env.get("NODE_ADDRESS");
        long begin = System.nanoTime();
        String id = slurm.submit(
                name,
                "cpu",
                "#!/bin/bash\nexec jupyter-notebook --no-browser --ip=%s --port=9888 --NotebookApp.token=bench\n"
                        .formatted(node));
        Http browser = new Http();
        Wait.until(() -> browser.answers("http://" + node + ":9888/tree?token=bench"));
        long took = Wait.millisSince(begin);
        slurm.end(id);
        return took;
    }

    /** Calls to Slurm and the portal's memory, by the number of open pages. */
    private void pages() throws InterruptedException, IOException {
        for (int i = 0; i < 20; i++) {
            carme.start("Work", "open-" + i);
        }
        List<Page> open = new ArrayList<>();
        for (int count : new int[] {1, 50, 500}) {
            while (open.size() < count) {
                open.add(new Page(carme));
            }
            TimeUnit.SECONDS.sleep(10);
            int before = wire.calls();
            TimeUnit.SECONDS.sleep(60);
            System.out.printf(
                    "pages: %d open, 20 jobs: %d calls to Slurm per minute, %d MB resident%n",
                    count, wire.calls() - before, resident());
        }
        endAll();
    }

    private long resident() throws IOException {
        String status = Files.readString(Path.of("/proc", env.get("PORTAL_PROCESS"), "status"));
        return Long.parseLong(Http.find(status, "VmRSS:\\s+(\\d+)")) / 1024;
    }

    private void endAll() {
        carme.endAll();
        slurm.endAll();
    }

    private static long percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
