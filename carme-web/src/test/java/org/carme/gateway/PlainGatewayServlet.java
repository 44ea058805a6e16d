package org.carme.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carme.gateway.upstream.Header;
import org.carme.gateway.upstream.Target;

/**
 * The real gateway before one service on this machine, for tests and benches: everybody whose cookie begins
 * with {@code open} is let in, and {@code /test/end?session=} ends such a session.
 */
@WebServlet(
        urlPatterns = {"/entry/*", "/test/end"},
        loadOnStartup = 1)
public class PlainGatewayServlet extends HttpServlet {
    /** A header that makes the gateway believe that the container speaks TLS, and so keeps its sockets. */
    static final String STREAMS = "Test-Streams";

    private static final long serialVersionUID = 1L;
    private static final String SESSION = "open";

    private final transient Set<String> over = ConcurrentHashMap.newKeySet();
    private transient ScheduledExecutorService sweeper;
    private transient Future<?> sweeping;
    private transient Gateway gateway;

    @Override
    public void init() {
        URI own = URI.create(System.getProperty("test.gateway"));
        GatewaySettings settings = new GatewaySettings(
                new GatewayAddress(own, URI.create("http://localhost:1")), Duration.ofSeconds(3), Clock.systemUTC());
        gateway = new Gateway(settings, new OpenDoor(), new PlainDialer(), TunnelLoop.start(Thread::new));
        sweeper = Executors.newSingleThreadScheduledExecutor();
        sweeping = sweeper.scheduleWithFixedDelay(gateway::sweep, 400, 400, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getServletPath().equals("/test/end")) {
            over.add(request.getParameter("session"));
        } else {
            if (request.getHeader(STREAMS) != null) {
                request.setAttribute("jakarta.servlet.request.cipher_suite", "some");
            }
            gateway.handle(request, response);
        }
    }

    @Override
    public void destroy() {
        sweeping.cancel(true);
        sweeper.shutdownNow();
        gateway.stop();
    }

    private final class OpenDoor implements Doorkeeper {
        private final InetSocketAddress service =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger("test.service"));

        @Override
        public Admission admit(EntryPath path, List<String> cookies) {
            Optional<String> session =
                    cookies.stream().filter(value -> value.startsWith(SESSION)).findFirst();
            if (session.isEmpty()) {
                return new Admission.Refused(Refusal.UNKNOWN);
            }
            if (over.contains(session.get())) {
                return new Admission.Refused(Refusal.SESSION_OVER);
            }
            return new Admission.Granted(
                    session.get(),
                    new Target(path.jobKey(), path.service(), service),
                    path.service().equals("strip"),
                    Optional.of(new Header("Authorization", "token secret")));
        }

        @Override
        public Optional<Opened> redeem(String jobKey, String ticket) {
            return ticket.equals("good")
                    ? Optional.of(new Opened(SESSION, EntryPath.ROOT + jobKey + "/keep/tree"))
                    : Optional.empty();
        }

        @Override
        public Set<String> over(Collection<String> sessions) {
            return over;
        }
    }
}
