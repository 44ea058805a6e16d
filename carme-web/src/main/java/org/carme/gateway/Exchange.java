package org.carme.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import org.carme.gateway.upstream.BadAnswerException;
import org.carme.gateway.upstream.ConnectionPool;
import org.carme.gateway.upstream.Header;
import org.carme.gateway.upstream.ResponseBody;
import org.carme.gateway.upstream.ResponseHead;
import org.carme.gateway.upstream.UpstreamConnection;

/** One request on its way to a service and the answer on its way back, in constant memory and on one thread. */
final class Exchange implements Crossing {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");

    private final Gateway gateway;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final EntryPath path;
    private final Admission.Granted granted;

    private volatile UpstreamConnection connection;
    private volatile Instant deadline = Instant.MAX;
    private volatile boolean cut;
    private boolean answeredEarly;

    Exchange(
            Gateway gateway,
            HttpServletRequest request,
            HttpServletResponse response,
            EntryPath path,
            Admission.Granted granted) {
        this.gateway = gateway;
        this.request = request;
        this.response = response;
        this.path = path;
        this.granted = granted;
    }

    void run() throws IOException, ServletException {
        ResponseHead head;
        ResponseBody body;
        try {
            head = ask();
            body = connection.body(head, request.getMethod().equals("HEAD"));
            checkSwitching(head);
        } catch (BrowserGoneException e) {
            discard();
            throw e;
        } catch (BadAnswerException e) {
            refuse(Refusal.BAD_ANSWER);
            return;
        } catch (IOException e) {
            refuse(cut ? Refusal.TOO_SLOW : Refusal.UNREACHABLE);
            return;
        }
        if (head.isSwitchingProtocols()) {
            tunnel(head);
            return;
        }
        try {
            deliver(head, body);
        } catch (IOException e) {
            if (response.isCommitted()) {
                throw e;
            }
            refuse(Refusal.BAD_ANSWER);
        }
    }

    @Override
    public String session() {
        return granted.session();
    }

    @Override
    public String jobKey() {
        return path.jobKey();
    }

    @Override
    public boolean isOverdue(Instant now) {
        return now.isAfter(deadline);
    }

    @Override
    public void cut() {
        cut = true;
        discard();
    }

    private ResponseHead ask() throws IOException {
        ByteBuffer head =
                RequestHead.of(request, path, granted, gateway.settings().address());
        RequestBody body = new RequestBody(request);
        boolean repeatable = body.isEmpty() && REPEATABLE.contains(request.getMethod());
        ConnectionPool pool = gateway.pool();
        use(repeatable ? pool.lease(granted.target()) : pool.leaseOpen(granted.target()));
        try {
            return ask(head, body);
        } catch (BadAnswerException e) {
            throw e;
        } catch (IOException e) {
            if (!repeatable || !connection.isUsed() || connection.isAnswering() || cut) {
                throw e;
            }
        }
        // the service had closed the connection before it saw the request
        discard();
        use(pool.dial(granted.target()));
        return ask(head.rewind(), body);
    }

    private ResponseHead ask(ByteBuffer head, RequestBody body) throws IOException {
        connection.send(head);
        send(body);
        deadline = gateway.settings().clock().instant().plus(gateway.settings().longestWait());
        ResponseHead answer = connection.readHead();
        deadline = Instant.MAX;
        return answer;
    }

    private void send(RequestBody body) throws IOException {
        try {
            body.sendTo(connection);
        } catch (BrowserGoneException e) {
            throw e;
        } catch (IOException e) {
            // a service may refuse a large body before it has read all of it: its answer is there to be read
            answeredEarly = true;
        }
    }

    private void checkSwitching(ResponseHead head) throws BadAnswerException {
        if (head.isSwitchingProtocols() && !(WebSockets.isAskedFor(request) && WebSockets.isAgreed(head))) {
            throw new BadAnswerException("another protocol than was asked for");
        }
    }

    private void deliver(ResponseHead head, ResponseBody body) throws IOException {
        copy(head);
        if (body.length() >= 0) {
            response.setContentLengthLong(body.length());
        }
        boolean delivered = false;
        try {
            OutputStream out = response.getOutputStream();
            while (!body.isComplete()) {
                if (!connection.hasBuffered()) {
                    response.flushBuffer();
                }
                ByteBuffer piece = body.next();
                out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
            }
            delivered = !answeredEarly;
        } finally {
            if (delivered) {
                gateway.pool().release(connection, head, body);
            } else {
                discard();
            }
        }
    }

    private void tunnel(ResponseHead head) throws IOException, ServletException {
        copy(head);
        response.setHeader("Connection", "Upgrade");
        response.setHeader("Upgrade", "websocket");
        // the container would hold it back until the service speaks first
        response.flushBuffer();
        gateway.tunnel(request, granted, connection);
    }

    private void copy(ResponseHead head) {
        response.setStatus(head.status());
        Confinement confinement =
                new Confinement(path, granted.strip(), gateway.settings().address());
        for (Header header : head.headers()) {
            confinement.value(header).ifPresent(value -> response.addHeader(header.name(), value));
        }
    }

    private void use(UpstreamConnection opened) throws IOException {
        connection = opened;
        if (cut) {
            discard();
            throw new IOException("cut off");
        }
    }

    private void refuse(Refusal reason) throws IOException {
        discard();
        gateway.answers().refuse(request, response, path, reason);
    }

    private void discard() {
        UpstreamConnection opened = connection;
        if (opened != null) {
            ConnectionPool.close(opened);
        }
    }
}
