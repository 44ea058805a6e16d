import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stands between the portal and slurmrestd and hands answers on as they come; it knows what was asked when. */
final class Wire {
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String slurm;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private boolean held;
    private String cut = "";
    private boolean isCut;

    /** @param begin nanoTime when it was let through */
    record Call(String address, long begin) {}

    Wire(int port, String slurm) throws IOException {
        this.slurm = slurm;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 64);
        server.setExecutor(Executors.newCachedThreadPool(run -> {
            Thread thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::pass);
        server.start();
    }

    void close() {
        server.stop(0);
    }

    /** @return those whose address has this in it, oldest first */
    List<Call> calls(String part) {
        return calls.stream().filter(call -> call.address().contains(part)).toList();
    }

    /** The portal, which has asked in vain for a while, has got an answer. */
    void awaitPortal() throws InterruptedException {
        while (calls("/nodes/").isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    void forgetCalls() {
        calls.clear();
    }

    /** Lets nothing through until it is released. */
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        cut = "";
        notifyAll();
    }

    /** Answers of the address come without their last byte until it is released; returns when one has come so far. */
    synchronized void cut(String address) throws InterruptedException {
        cut = address;
        isCut = false;
        while (!isCut) {
            wait();
        }
    }

    private synchronized void awaitEnd(String address) throws InterruptedException {
        while (cut.equals(address)) {
            isCut = true;
            notifyAll();
            wait();
        }
    }

    private synchronized void await() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    private void handOn(InputStream answer, long length, HttpExchange exchange) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length - 1; left > 0; ) {
            int read = answer.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            exchange.getResponseBody().write(buffer, 0, read);
            left -= read;
        }
        exchange.getResponseBody().flush();
        awaitEnd(exchange.getRequestURI().toString());
        answer.transferTo(exchange.getResponseBody());
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(slurm + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase().startsWith("x-slurm") || name.equalsIgnoreCase("content-type")) {
                request.header(name, values.get(0));
            }
        });
        try {
            await();
            calls.add(new Call(exchange.getRequestURI().toString(), System.nanoTime()));
            HttpResponse<InputStream> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            handOn(answer.body(), length, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
