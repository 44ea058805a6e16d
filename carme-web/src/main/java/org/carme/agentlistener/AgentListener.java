package org.carme.agentlistener;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.carme.agents.AgentSettings;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.database.Schema;

/** Opens the listener for job agents with the portal and closes it with it; a portal without it does not start. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class AgentListener {
    private static final Logger LOG = System.getLogger(AgentListener.class.getName());
    private static final int BACKLOG = 256;
    private static final TlsServer.Limits LIMITS = new TlsServer.Limits(16, 256, 16, Duration.ofSeconds(10));

    @Inject
    Schema schema;

    @Inject
    AgentSettings settings;

    @Inject
    CertificateAuthority authority;

    @Inject
    AgentEndpoint endpoint;

    @Resource
    ManagedThreadFactory threads;

    private TlsServer server;

    @PostConstruct
    void open() {
        schema.ready();
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(address, BACKLOG);
            server = new TlsServer(socket, authority.listenerTls(settings.host()), endpoint, LIMITS, threads);
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    AgentSettings.URL_KEY + ": cannot listen at " + address + ": " + e.getMessage(), e);
        }
        LOG.log(Level.INFO, "Job agents are heard at {0}", settings.url());
    }

    @PreDestroy
    void close() {
        server.stop();
    }
}
