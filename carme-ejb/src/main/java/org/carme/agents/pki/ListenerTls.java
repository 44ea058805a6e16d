package org.carme.agents.pki;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** The portal's side of the connections that job agents make; agents prove themselves by secret and token. */
public final class ListenerTls {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final RenewedContext context;

    ListenerTls(RenewedContext context) {
        this.context = context;
    }

    /**
     * TLS over a connection that was just accepted.
     *
     * @return not yet shaken hands; closes the connection when it is closed
     */
    public SSLSocket over(Socket accepted) throws IOException {
        SSLSocket socket = (SSLSocket) context.get().getSocketFactory().createSocket(accepted, null, true);
        socket.setEnabledProtocols(PROTOCOLS);
        return socket;
    }
}
