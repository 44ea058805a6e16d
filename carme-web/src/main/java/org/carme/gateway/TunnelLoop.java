package org.carme.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** The one thread that watches the sockets of all tunnels: an idle WebSocket costs no thread. */
final class TunnelLoop implements Runnable {
    private static final Logger LOG = System.getLogger(TunnelLoop.class.getName());
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);

    private TunnelLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TunnelLoop start(ThreadFactory threads) {
        TunnelLoop loop = new TunnelLoop();
        threads.newThread(loop).start();
        return loop;
    }

    /** Runs the action on the loop's thread, soon. */
    void execute(Runnable action) {
        tasks.add(action);
        selector.wakeup();
    }

    /** Takes a socket of a tunnel in, to wait for these operations; on the loop's thread only. */
    void watch(SocketChannel socket, int operations, Watched watched) throws IOException {
        socket.register(selector, operations, watched);
    }

    /** Waits, or stops waiting, for an operation of a socket; on the loop's thread only. */
    void interest(SocketChannel socket, int operation, boolean wanted) {
        SelectionKey key = socket.keyFor(selector);
        if (key != null && key.isValid()) {
            key.interestOps(wanted ? key.interestOps() | operation : key.interestOps() & ~operation);
        }
    }

    /** @return empty, for the loop's thread and until it is asked for again */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    @Override
    public void run() {
        try {
            while (selector.isOpen()) {
                selector.select(TunnelLoop::serve);
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
        } catch (ClosedSelectorException e) {
            LOG.log(Level.DEBUG, "Stopped");
        } catch (IOException e) {
            LOG.log(Level.ERROR, "WebSockets are not served any more", e);
        }
    }

    void stop() {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The selector did not close", e);
        }
    }

    private static void serve(SelectionKey key) {
        Watched watched = (Watched) key.attachment();
        try {
            watched.serve(key.readyOps());
        } catch (IOException | RuntimeException e) {
            // a closed key, or the container about a connection that it has just taken apart
            watched.tunnel().fail(e);
        }
    }

    /** Whose socket it is, and what is to be done when it can be read or written. */
    record Watched(Tunnel tunnel, Moving whenReadable, Moving whenWritable) {
        private void serve(int ready) throws IOException {
            if ((ready & SelectionKey.OP_READ) != 0) {
                whenReadable.move();
            }
            if ((ready & SelectionKey.OP_WRITE) != 0) {
                whenWritable.move();
            }
        }
    }

    /** Moves what can be moved now. */
    interface Moving {
        void move() throws IOException;
    }
}
