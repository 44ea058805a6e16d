package org.carme.gateway;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Instant;
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
    private SocketChannel socket;
    private ByteChannel service;
    private ByteBuffer first;
    private Crossings tunnels;
    private TunnelLoop loop;

    private volatile WebConnection browser;
    private volatile boolean begun;
    private SelectionKey key;
    private volatile ToService toService;
    private volatile ToBrowser toBrowser;

    void prepare(
            Admission.Granted admission, UpstreamConnection connection, Crossings crossings, TunnelLoop tunnelLoop) {
        granted = admission;
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
        loop.execute(this::begin);
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

    /** Waits, or stops waiting, for these operations of the service's socket; on the loop's thread only. */
    void interest(int operations, boolean wanted) {
        if (key != null && key.isValid()) {
            key.interestOps(wanted ? key.interestOps() | operations : key.interestOps() & ~operations);
        }
    }

    void serve(int ready) {
        if ((ready & SelectionKey.OP_READ) != 0) {
            toBrowser.move();
        }
        if ((ready & SelectionKey.OP_WRITE) != 0) {
            toService.move();
        }
    }

    private void connect(WebConnection connection) {
        try {
            socket.configureBlocking(false);
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
    private void begin() {
        begun = true;
        if (closed.get()) {
            closeBrowser();
            return;
        }
        try {
            key = loop.watch(socket, this);
            toBrowser.move();
            toService.move();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** The container may throw anything when a connection has broken: a task keeps that to itself. */
    private void closeBrowser() {
        WebConnection connection = browser;
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
