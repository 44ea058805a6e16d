package org.carme.gateway;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carme.gateway.upstream.UpstreamConnection;

/**
 * A WebSocket after its handshake: bytes both ways, unseen and for as long as both sides want. The container makes it,
 * hence the public constructor.
 */
public final class Tunnel implements HttpUpgradeHandler, Crossing {
    private static final Logger LOG = System.getLogger(Tunnel.class.getName());

    private final AtomicBoolean closed = new AtomicBoolean();
    private Admission.Granted granted;
    private Optional<BrowserConnection> taken = Optional.empty();
    private SocketChannel socket;
    private ByteChannel service;
    private ByteBuffer first;
    private ByteBuffer early;
    private Crossings tunnels;
    private TunnelLoop loop;

    private volatile WebConnection browser;
    private volatile boolean begun;
    private volatile ToService toService;
    private volatile ToBrowser toBrowser;

    /** @param below what carries the request, if the container gives it away */
    void prepare(
            Admission.Granted admission,
            UpstreamConnection connection,
            Optional<BrowserConnection> below,
            Crossings crossings,
            TunnelLoop tunnelLoop) {
        granted = admission;
        taken = below.filter(carrier -> !carrier.isEncrypted());
        socket = connection.socket();
        service = connection.channel();
        first = connection.rest();
        tunnels = crossings;
        loop = tunnelLoop;
    }

    @Override
    public void init(WebConnection connection) {
        browser = connection;
        if (tunnels.add(this)) {
            connect(connection);
        } else {
            cut();
        }
        later(this::begin);
    }

    @Override
    public void destroy() {
        cut();
    }

    @Override
    public String session() {
        return granted.session();
    }

    @Override
    public String jobKey() {
        return granted.target().jobKey();
    }

    /** A WebSocket may be silent for ever. */
    @Override
    public boolean isOverdue(Instant now) {
        return false;
    }

    /** While init() still runs, {@link #begin} closes the browser's side: the container would never end it. */
    @Override
    public void cut() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        tunnels.remove(this);
        closeService();
        if (begun) {
            closeBrowser();
        }
    }

    /** One side has broken off, which is how most WebSockets end. */
    void fail(Throwable cause) {
        LOG.log(Level.DEBUG, "A tunnel to job {0} has ended: {1}", jobKey(), cause);
        cut();
    }

    boolean isOpen() {
        return begun && !closed.get();
    }

    TunnelLoop loop() {
        return loop;
    }

    /** Waits, or stops waiting, for an operation of the service's socket; on the loop's thread only. */
    void interest(int operation, boolean wanted) {
        loop.interest(socket, operation, wanted);
    }

    /** On the loop's thread, soon. */
    void later(TunnelLoop.Moving moving) {
        loop.execute(() -> {
            try {
                moving.move();
            } catch (IOException | RuntimeException e) {
                // nothing of one tunnel may end the thread that serves them all
                fail(e);
            }
        });
    }

    private void connect(WebConnection connection) {
        try {
            socket.configureBlocking(false);
            if (taken.isPresent()) {
                early = early(connection.getInputStream());
                return;
            }
            toBrowser = new ToBrowser(this, service, connection.getOutputStream(), first);
            toService = new ToService(this, service, connection.getInputStream());
            connection.getOutputStream().setWriteListener(toBrowser);
            connection.getInputStream().setReadListener(toService);
        } catch (IOException | RuntimeException e) {
            // what init() throws, the container only logs, and keeps the connection for ever
            fail(e);
        }
    }

    /** On the loop's thread, after init(). */
    private void begin() throws IOException {
        begun = true;
        if (closed.get()) {
            closeBrowser();
            return;
        }
        if (taken.isPresent()) {
            beginOnSockets(taken.get().socket());
        } else {
            beginOnStreams();
        }
    }

    private void beginOnStreams() throws IOException {
        loop.watch(socket, 0, new TunnelLoop.Watched(this, toBrowser::move, toService::move));
        toBrowser.move();
        toService.move();
    }

    private void beginOnSockets(SocketChannel browserSocket) throws IOException {
        Pump.Side near = new Pump.Side(browserSocket, browserSocket);
        Pump.Side far = new Pump.Side(socket, service);
        Pump up = new Pump(this, near, far, early);
        Pump down = new Pump(this, far, near, first);
        loop.watch(socket, SelectionKey.OP_READ, new TunnelLoop.Watched(this, down::move, up::move));
        loop.watch(browserSocket, SelectionKey.OP_READ, new TunnelLoop.Watched(this, up::move, down::move));
        down.move();
        up.move();
    }

    /** What the container has read together with the handshake. */
    private static ByteBuffer early(InputStream in) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(in.available()));
    }

    /** The container may throw anything when a connection has broken: a task keeps that to itself. */
    private void closeBrowser() {
        WebConnection connection = browser;
        taken.ifPresent(BrowserConnection::cut);
        if (connection != null) {
            new FutureTask<>(() -> closed(connection)).run();
        }
    }

    private static boolean closed(WebConnection connection) throws Exception {
        connection.close();
        return true;
    }

    private void closeService() {
        try {
            socket.close();
            service.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection to job {0} did not close: {1}", jobKey(), e);
        }
    }
}
