import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between everybody and slurmrestd, counts the calls and notes when each job was in. */
final class SlurmWire {
    private static final String SUBMIT = "/job/submit";

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String slurm;
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    SlurmWire(int port, String slurm) throws IOException {
        this.slurm = slurm;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 512);
        server.setExecutor(Executors.newCachedThreadPool(run -> {
            Thread thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::pass);
        server.start();
    }

    /** @return nanoTime when slurmrestd's answer to the job of that name was in, null before */
    Long acceptedAt(String name) {
        return accepted.get(name);
    }

    void close() {
        server.stop(0);
    }

    int calls() {
        return calls.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(slurm + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase().startsWith("x-slurm") || name.equalsIgnoreCase("content-type")) {
                request.header(name, values.get(0));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (exchange.getRequestURI().getPath().endsWith(SUBMIT) && answer.statusCode() == 200) {
                String name = Http.find(new String(body, StandardCharsets.UTF_8), "\"name\":\\s*\"([^\"]*)\"");
                accepted.put(name, System.nanoTime());
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
