package org.carme.agentlistener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** An accepted connection and how long its other side may still take. */
final class Connection {
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final Socket socket;
    private volatile long deadline = NO_DEADLINE;

    Connection(Socket socket) {
        this.socket = socket;
    }

    Socket socket() {
        return socket;
    }

    InetAddress from() {
        return socket.getInetAddress();
    }

    /** From now on the other side has that much time. */
    void limit(Duration time) {
        deadline = System.nanoTime() / 1_000_000 + time.toMillis();
    }

    /** The portal itself is at work: nobody else can be blamed for the time. */
    void unlimit() {
        deadline = NO_DEADLINE;
    }

    /** Whether it is the other side's turn. */
    boolean isWaiting() {
        return deadline != NO_DEADLINE;
    }

    boolean isOverdue() {
        return System.nanoTime() / 1_000_000 > deadline;
    }

    /** Whoever waits for the other side gets an exception at once. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
