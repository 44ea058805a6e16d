package org.carme.agents.pki;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
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

    /** For a connection to the agent of that job, at whatever address: it leads to that service or nowhere. */
    public SSLEngine engine(String jobKey, String service, int port) {
        String name = serverName(jobKey, service);
        // the name, not the address, is the peer: the check must not fall back to anything else
        SSLEngine engine = context().createSSLEngine(name, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(parameters(name));
        return engine;
    }

    /** The same over a connection that blocks. */
    public SSLSocket over(Socket connected, String jobKey, String service) throws IOException {
        String name = serverName(jobKey, service);
        SSLSocket socket =
                (SSLSocket) context().getSocketFactory().createSocket(connected, name, connected.getPort(), true);
        socket.setSSLParameters(parameters(name));
        return socket;
    }

    private SSLContext context() {
        return context.get();
    }

    /** The name that an agent has a service for, and that stands in its certificate. */
    static String serverName(String jobKey, String service) {
        return service + "." + CertificateAuthority.agentDomain(jobKey);
    }

    static SSLParameters parameters(String name) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setServerNames(List.of(new SNIHostName(name)));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }
}
