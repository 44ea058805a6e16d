package org.carme.cluster.slurm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carme.cluster.Scheduler;

/** A slurmrestd that plays recordings. What the test has not foreseen is an unknown address. */
final class RecordedSlurm implements AutoCloseable {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path key;
    private HttpServer server;
    private Duration timeout = Duration.ofSeconds(5);

    /** A call as it came in. */
    record Call(String method, String path, String user, String token, String body) {}

    /** An answer to a call; it may do without and just end the exchange. */
    interface Reply {
        void play(HttpExchange exchange) throws IOException;
    }

    private record Rule(Predicate<Call> matches, Function<Call, Reply> reply) {}

    RecordedSlurm() {
        try {
            key = Files.createTempFile(
                    "slurm",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(key, new byte[32]);
            start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param call such as {@code GET /slurm/v0.0.38/job/[0-9]+}, with the query if there is one; later rules win */
    void on(String call, Reply reply) {
        decide(call, ignored -> reply);
    }

    void on(String call, String recording) {
        on(call, Recording.of(recording)::play);
    }

    void decide(String call, Function<Call, Reply> reply) {
        rules.add(0, new Rule(seen -> (seen.method() + ' ' + seen.path()).matches(call), reply));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    void answerWithin(Duration limit) {
        timeout = limit;
    }

    Scheduler scheduler(Clock clock) {
        SlurmConfig config = config();
        return new SlurmScheduler(SlurmClient.of(config, clock), config.user(), clock);
    }

    SlurmConfig config() {
        return new SlurmConfig(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                key,
                "carme",
                timeout,
                Set.of("root", "slurm"));
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() {
        start(server.getAddress().getPort());
    }

    private void start(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", this::handle);
            server.setExecutor(threads);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("X-SLURM-USER-NAME"),
                exchange.getRequestHeaders().getFirst("X-SLURM-USER-TOKEN"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        try (exchange) {
            rules.stream()
                    .filter(rule -> rule.matches().test(call))
                    .findFirst()
                    .map(rule -> rule.reply().apply(call))
                    .orElse(Recording.of("22.05/bad-path")::play)
                    .play(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            Files.delete(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
