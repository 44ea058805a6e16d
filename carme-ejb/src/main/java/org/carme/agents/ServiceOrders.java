package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.carme.agents.pki.GatewayTls;

/**
 * Has agents start and restart services: an order is a server name that no service can have, at the agent's own door, so
 * that it is there at once.
 */
@ApplicationScoped
public class ServiceOrders {
    private static final int PATIENCE = (int) Duration.ofSeconds(3).toMillis();
    private static final String DONE = "ok";

    @Inject
    GatewayTls tls;

    /**
     * Starts the service if it does not run. To be called without a transaction.
     *
     * @throws AgentUnreachableException if the agent does not take the order
     */
    public void start(Route route, String service) {
        order("start", route, service);
    }

    /**
     * Ends the service with everything that it has started, and starts it again. To be called without a transaction.
     *
     * @throws AgentUnreachableException if the agent does not take the order; one of an earlier version knows none
     */
    public void restart(Route route, String service) {
        order("restart", route, service);
    }

    private void order(String verb, Route route, String service) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(route.address(), route.port()), PATIENCE);
            plain.setSoTimeout(PATIENCE);
            try (SSLSocket socket = tls.over(plain, route.jobKey(), "0-" + verb + "-" + service)) {
                byte[] answer = socket.getInputStream().readNBytes(DONE.length());
                if (!DONE.equals(new String(answer, StandardCharsets.US_ASCII))) {
                    throw new IOException("refused");
                }
            }
        } catch (IOException e) {
            throw new AgentUnreachableException(e);
        }
    }
}
