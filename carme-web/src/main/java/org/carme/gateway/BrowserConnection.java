package org.carme.gateway;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The connection below a request, of which the servlet API knows nothing. It is found by name in the inside of Payara:
 * where that is another one, small messages cost more and closed tabs are warned of, but nothing is lost.
 */
final class BrowserConnection {
    private static final Logger LOG = System.getLogger(BrowserConnection.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final String CIPHER = "jakarta.servlet.request.cipher_suite";
    private static final List<String> WAY =
            List.of("getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection");

    private final Object connection;
    private final Method terminate;
    private final SocketChannel socket;
    private final boolean encrypted;

    private BrowserConnection(Object connection, boolean encrypted) throws ReflectiveOperationException {
        this.connection = connection;
        this.encrypted = encrypted;
        terminate = connection.getClass().getMethod("terminateSilently");
        socket = (SocketChannel) call(connection, "getChannel");
    }

    /** @return empty if the container keeps it to itself */
    static Optional<BrowserConnection> of(HttpServletRequest request) {
        try {
            Object inside = innermost(request);
            for (String step : WAY) {
                inside = call(inside, step);
            }
            return Optional.of(new BrowserConnection(inside, request.getAttribute(CIPHER) != null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Level level = TOLD.getAndSet(true) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The container keeps its connections to itself: {0}", e.toString());
            return Optional.empty();
        }
    }

    SocketChannel socket() {
        return socket;
    }

    /** Whether what passes through the socket is not what the servlet sees. */
    boolean isEncrypted() {
        return encrypted;
    }

    /** Ends it at once, so that nobody takes what has been sent for the whole. */
    void cut() {
        try {
            terminate.invoke(connection);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.DEBUG, "A connection did not close: {0}", e.toString());
        }
    }

    private static ServletRequest innermost(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    private static Object call(Object object, String method) throws ReflectiveOperationException {
        return object.getClass().getMethod(method).invoke(object);
    }
}
