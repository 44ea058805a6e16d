package org.carme.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** User code that answers each path as a test has told it to, well or badly; it counts its connections. */
final class ScriptedService implements AutoCloseable {
    /** Answers one request whose head has been read. */
    interface Answer {
        void to(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A request as it has arrived.
     *
     * @param headers by lower-case name
     * @param body the connection's input, just after the head
     */
    record Request(String line, Map<String, String> headers, String head, InputStream body) {
        String path() {
            return line.split(" ")[1];
        }
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();

    ScriptedService() throws IOException {
        server = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** @param name last part of the path */
    void on(String name, Answer answer) {
        answers.put(name, answer);
    }

    /** Sends these characters, whatever they are, and closes the connection. */
    void says(String name, String text) {
        on(name, (request, out) -> {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            throw new IOException("done");
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            for (Request request = read(in); request != null; request = read(in)) {
                String path = request.path();
                String name = path.substring(path.lastIndexOf('/') + 1).split("\\?")[0];
                answers.get(name).to(request, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the answer's way to say that it is done, or the gateway has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        String[] lines = head.toString().split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(": ?", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (first, second) -> first + "|" + second);
        }
        return new Request(lines[0], headers, head.toString(), in);
    }
}
