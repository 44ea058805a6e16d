package org.carme.gateway;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carme.agents.RouteService;
import org.carme.agents.pki.GatewayTls;
import org.carme.health.Traffic;
import org.carme.users.SessionService;

/** Everything below {@code /entry/}, on the gateway's origin only. */
@WebServlet(urlPatterns = "/entry/*", loadOnStartup = 1)
public class GatewayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(GatewayServlet.class.getName());
    private static final long SWEEP_MILLIS = 400;

    @Inject
    transient EntryDoorkeeper doorkeeper;

    @Inject
    transient GatewayTls tls;

    @Inject
    transient GatewaySettings settings;

    @Inject
    transient SessionService sessions;

    @Inject
    transient RouteService routes;

    @Inject
    transient Traffic traffic;

    @Resource
    private transient ManagedScheduledExecutorService executor;

    @Resource
    private transient ManagedThreadFactory threads;

    private transient Gateway gateway;
    private transient Future<?> sweeping;

    @Override
    public void init() {
        gateway = new Gateway(settings, doorkeeper, new AgentDialer(tls), TunnelLoop.start(threads));
        sweeping = executor.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        sessions.subscribe(ended -> doorkeeper.portalSessionEnded(ended).forEach(gateway::sessionEnded));
        routes.subscribe(this::routeChanged);
        traffic.countWith(gateway::connections);
    }

    /** A sweep that failed, because the database is away perhaps, must not be the last one. */
    private void sweep() {
        try {
            gateway.sweep();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not look for what has ended", e);
        }
    }

    private void routeChanged(String jobKey) {
        if (routes.find(jobKey).isEmpty()) {
            gateway.jobEnded(jobKey);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        gateway.handle(request, response);
    }

    @Override
    public void destroy() {
        sweeping.cancel(true);
        gateway.stop();
    }
}
