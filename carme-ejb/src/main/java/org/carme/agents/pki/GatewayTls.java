package org.carme.agents.pki;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The gateway's side of the connections to job agents: it shows the gateway's certificate and accepts only the agent of
 * the very job that it wants to reach, wherever the address leads.
 */
@ApplicationScoped
public class GatewayTls {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    @Inject
    CertificateAuthority authority;

    @Inject
    Clock clock;

    private RenewedContext context;

    @PostConstruct
    void prepare() {
        context = new RenewedContext(
                clock, until -> TlsContexts.of(authority.issueGateway(until), authority.certificate()));
    }

    /**
     * TLS over a connection that has just been made.
     *
     * @return not yet shaken hands; closes the connection when it is closed
     */
    public SSLSocket over(Socket connected, String jobKey, String service) throws IOException {
        String name = serverName(jobKey, service);
        // the name, not the address, is the peer: the check must not fall back to anything else
        SSLSocket socket =
                (SSLSocket) context.get().getSocketFactory().createSocket(connected, name, connected.getPort(), true);
        socket.setSSLParameters(parameters(name));
        return socket;
    }

    /** The same for connections that are not blocking. */
    public SSLEngine engine(String jobKey, String service, int port) {
        String name = serverName(jobKey, service);
        SSLEngine engine = context.get().createSSLEngine(name, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(parameters(name));
        return engine;
    }

    /** The name that an agent has a service for, and that stands in its certificate. */
    static String serverName(String jobKey, String service) {
        return service + "." + CertificateAuthority.agentDomain(jobKey);
    }

    private static SSLParameters parameters(String name) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setServerNames(List.of(new SNIHostName(name)));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }
}
