package org.carme.agentlistener;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.carme.agents.pki.ListenerTls;

/**
 * Accepts connections and answers one request on each. Threads and waiting connections are bounded, in all and per
 * address, and who does not say everything in time is cut off: no node can keep the others from reporting.
 */
final class TlsServer {
    /** Answers requests; called on several threads at the same time. */
    interface Endpoint {
        HttpAnswer answer(HttpRequest request) throws UnacceptableRequestException;
    }

    /**
     * How much at most.
     *
     * @param patience for a whole request, and again for taking the answer
     */
    record Limits(int threads, int waiting, int perAddress, Duration patience) {}

    private static final Logger LOG = System.getLogger(TlsServer.class.getName());
    private static final int LOOK_MILLIS = 200;
    private static final int LARGEST_REST = 1024 * 1024;
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final ListenerTls tls;
    private final Endpoint endpoint;
    private final Limits limits;
    private final ThreadPoolExecutor workers;
    private final Thread acceptor;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, Integer> openFrom = new ConcurrentHashMap<>();

    /** @param server bound; this object closes it */
    TlsServer(ServerSocket server, ListenerTls tls, Endpoint endpoint, Limits limits, ThreadFactory threads) {
        this.server = server;
        this.tls = tls;
        this.endpoint = endpoint;
        this.limits = limits;
        this.workers = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(limits.waiting()),
                threads);
        workers.allowCoreThreadTimeOut(true);
        this.acceptor = threads.newThread(this::accept);
    }

    void start() throws IOException {
        server.setSoTimeout(LOOK_MILLIS);
        acceptor.start();
    }

    /** Returns when the port is free again, and lets requests that are being answered come to their end before. */
    void stop() {
        try {
            server.close();
            // the port is free only after nobody waits at it any more
            acceptor.join(END_PATIENCE.toMillis());
            workers.shutdown();
            open.stream().filter(Connection::isWaiting).forEach(Connection::abort);
            if (!workers.awaitTermination(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "A request of a job agent is still being answered");
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Closing the listener for job agents: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                take(new Connection(server.accept()));
            } catch (SocketTimeoutException e) {
                // nobody came: time to look at who is slow
            } catch (IOException e) {
                pauseUnlessClosed(e);
            }
            open.stream().filter(Connection::isOverdue).forEach(Connection::abort);
        }
    }

    private void pauseUnlessClosed(IOException problem) {
        if (!server.isClosed()) {
            LOG.log(Level.WARNING, "Job agents cannot be accepted: {0}", problem.getMessage());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    private void take(Connection connection) {
        connection.limit(limits.patience());
        open.add(connection);
        int fromThere = openFrom.merge(connection.from(), 1, Integer::sum);
        try {
            if (fromThere > limits.perAddress()) {
                release(connection);
            } else {
                workers.execute(() -> serve(connection));
            }
        } catch (RejectedExecutionException e) {
            release(connection);
        }
    }

    private void release(Connection connection) {
        connection.abort();
        open.remove(connection);
        openFrom.computeIfPresent(connection.from(), (address, count) -> count > 1 ? count - 1 : null);
    }

    private void serve(Connection connection) {
        try (SSLSocket socket = tls.over(connection.socket())) {
            exchange(connection, socket);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Connection from {0} ended: {1}", connection.from(), e.getMessage());
        } finally {
            release(connection);
        }
    }

    private void exchange(Connection connection, SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        try {
            HttpRequest request = HttpRequest.read(in);
            connection.unlimit();
            HttpAnswer answer = endpoint.answer(request);
            connection.limit(limits.patience());
            answer.write(out);
        } catch (UnacceptableRequestException e) {
            HttpAnswer.problem(e.status(), "invalid-request").write(out);
            // closing on what was not read yet would take the answer away from the other side
            socket.shutdownOutput();
            in.skipNBytes(LARGEST_REST);
        }
    }
}
