import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Asks portal and Slurm when the same jobs would start, on clusters with other jobs of bob's. */
final class Replay {
    private static final int ROUNDS = Integer.getInteger("rounds", 20);
    private static final int STARTS_EACH = 50;
    private static final Pattern STARTS = Pattern.compile("to start at (\\S+)|(sbatch: error|allocation failure).*");

    /** Slurm's back-fill looks every 5 s, the portal at nodes likewise. */
    private static final long SETTLED = TimeUnit.SECONDS.toMillis(16);

    private static final String END_ALL =
            "scancel --user=bob; while squeue --noheader --user=bob | grep -q .; do sleep 0.5; done";

    private final Random random = new Random(1);
    private final String portal = System.getenv("PORTAL_URL");
    private final Http alice;

    private record Start(String type, int perNode, int nodes, int minutes) {
        String json() {
            return ("{\"template\":\"GPU\",\"acceleratorType\":\"%s\",\"acceleratorsPerNode\":%d,\"nodes\":%d,"
                            + "\"image\":\"base\",\"name\":\"replay\",\"timeLimitMinutes\":%d}")
                    .formatted(type, perNode, nodes, minutes);
        }

        /** What a start of the demo's template GPU asks for. */
        String sbatch() {
            return "sbatch --partition=gpu --account=lab --nodes=%d-%d --ntasks=%d --cpus-per-task=%d --mem=%d --gres=gpu:%s:%d --time=%d --wrap='sleep 30000'"
                    .formatted(nodes, nodes, nodes, 2 * perNode, 4000 * perNode, type, perNode, minutes);
        }
    }

    private Replay() {
        String basic = Base64.getEncoder()
                .encodeToString(("alice:" + System.getenv("PASSWORD")).getBytes(StandardCharsets.UTF_8));
        String made = new Http("Authorization", "Basic " + basic)
                .post(
                        portal + "/api/v1/tokens",
                        "application/json",
                        "{\"name\":\"replay\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\",\"jobs:write\"]}")
                .body();
        alice = new Http("Authorization", "Bearer " + Http.find(made, "\"token\":\"([^\"]*)\""));
    }

    public static void main(String... arguments) throws InterruptedException {
        Replay replay = new Replay();
        replay.compare("nobody waits", 0);
        replay.compare("up to ten wait", 10);
        run("bob", END_ALL);
    }

    private void compare(String title, int most) throws InterruptedException {
        List<Long> errors = new ArrayList<>();
        int alike = 0;
        int earlier = 0;
        int unlike = 0;
        int tried = 0;
        int began = 0;
        for (int round = 0; round < ROUNDS / 2; round++) {
            fill(most);
            List<Start> starts = starts(STARTS_EACH, 2, 480);
            List<Optional<Instant>> ours = starts.stream().map(this::estimated).toList();
            List<Optional<Instant>> theirs = tested(starts);
            for (int i = 0; i < starts.size(); i++) {
                if (ours.get(i).isEmpty() || theirs.get(i).isEmpty()) {
                    unlike += ours.get(i).equals(theirs.get(i)) ? 0 : 1;
                    continue;
                }
                Duration off = Duration.between(theirs.get(i).orElseThrow(), ours.get(i).orElseThrow());
                errors.add(off.abs().toSeconds());
                alike += off.abs().toSeconds() <= 60 ? 1 : 0;
                earlier += off.toSeconds() < -60 ? 1 : 0;
            }
            Optional<Start> disputed = IntStream.range(0, starts.size())
                    .filter(i -> startsNow(ours.get(i)) && !startsNow(theirs.get(i)))
                    .mapToObj(starts::get)
                    .findFirst();
            if (disputed.isPresent()) {
                tried++;
                began += begins(disputed.get()) ? 1 : 0;
            }
        }
        errors.sort(null);
        System.out.printf(
                "%s: %d starts, %d within a minute, %d of the portal's estimates earlier, %d later; off by %d s (median), %d s (p90); %d told by one of them only; of %d starts now that Slurm's test puts later %d began at once%n",
                title,
                errors.size(),
                alike,
                earlier,
                errors.size() - alike - earlier,
                errors.get(errors.size() / 2),
                errors.get(errors.size() * 9 / 10),
                unlike,
                tried,
                began);
    }

    private static boolean startsNow(Optional<Instant> start) {
        return start.filter(time -> time.isBefore(Instant.now().plusSeconds(60))).isPresent();
    }

    /** Really starts it, and ends it again. */
    private static boolean begins(Start start) {
        return run(
                        "alice",
                        "id=$(" + start.sbatch() + " | tr -dc 0-9); for i in $(seq 20); do sleep 1;"
                                + " squeue --noheader --jobs=$id --format=%T | grep RUNNING && break; done; scancel $id")
                .contains("RUNNING");
    }

    /** Ends bob's jobs and puts others in their place. */
    private void fill(int waiting) throws InterruptedException {
        run("bob", END_ALL);
        StringBuilder script = new StringBuilder();
        starts(4 + random.nextInt(6), 1, 300).forEach(job -> script.append(job.sbatch()).append('\n'));
        run("bob", script + "sleep 6; scancel --user=bob --state=PENDING");
        if (waiting > 0) {
            script.setLength(0);
            starts(1 + random.nextInt(waiting), 2, 300).forEach(job -> script.append(job.sbatch()).append('\n'));
            run("bob", script.toString());
        }
        Thread.sleep(SETTLED);
    }

    private List<Start> starts(int count, int nodes, int minutes) {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean titan = random.nextInt(4) == 0;
            starts.add(new Start(
                    titan ? "titan" : "a100",
                    1 + random.nextInt(titan ? 2 : 4),
                    titan ? 1 : 1 + random.nextInt(nodes),
                    10 + random.nextInt(minutes - 10)));
        }
        return starts;
    }

    private Optional<Instant> estimated(Start start) {
        HttpResponse<String> answer =
                alice.post(portal + "/api/v1/jobs/estimate", "application/json", start.json());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        // The alternative has one, too, in an object of its own.
        Matcher startsAt = Pattern.compile("\"startsAt\":\"([^\"]*)\"")
                .matcher(answer.body().replaceAll("\"alternative\":\\{[^}]*}", ""));
        return startsAt.find() ? Optional.of(Instant.parse(startsAt.group(1))) : Optional.empty();
    }

    private List<Optional<Instant>> tested(List<Start> starts) {
        StringBuilder script = new StringBuilder();
        starts.forEach(start -> script.append(start.sbatch().replace("sbatch", "sbatch --test-only")).append(" 2>&1\n"));
        Matcher line = STARTS.matcher(run("alice", script.toString()));
        List<Optional<Instant>> tested = new ArrayList<>();
        while (line.find()) {
            tested.add(Optional.ofNullable(line.group(1))
                    .map(time -> LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant()));
        }
        if (tested.size() != starts.size()) {
            throw new IllegalStateException(tested.size() + " answers for " + starts.size() + " starts");
        }
        return tested;
    }

    private static String run(String user, String script) {
        try {
            Process process = new ProcessBuilder(
                            System.getenv("CLUSTER"), System.getenv("INSTANCE"), "as", user, "head", "--", "bash", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
