package org.carme.users;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.SocketFactory;

/** A real LDAP server: pooled connections, time-outs, certificates always checked. */
final class RemoteDirectory {
    private static final int CONNECTIONS = 8;
    private static final int LDAPS_PORT = 636;
    private static final int LDAP_PORT = 389;
    private static final int CONNECT_MILLIS = 3_000;
    private static final long ANSWER_MILLIS = 5_000;
    private static final long CONNECTION_AGE_MILLIS = 600_000;

    private RemoteDirectory() {}

    /** Opens the pool without waiting for the server: a portal starts while its directory is away. */
    static Directory open(DirectorySettings settings) {
        URI url = settings.url().orElseThrow();
        boolean ldaps = url.getScheme().equals("ldaps");
        try {
            SSLUtil ssl = ssl(settings);
            SocketFactory sockets = ldaps ? ssl.createSSLSocketFactory() : SocketFactory.getDefault();
            PostConnectProcessor protect =
                    settings.startTls() ? new StartTLSPostConnectProcessor(ssl.createSSLSocketFactory()) : null;
            int port = url.getPort() > 0 ? url.getPort() : ldaps ? LDAPS_PORT : LDAP_PORT;
            LDAPConnectionPool pool = new LDAPConnectionPool(
                    new SingleServerSet(url.getHost(), port, sockets, options(), null, protect),
                    bind(settings),
                    0,
                    CONNECTIONS,
                    null,
                    false);
            pool.setRetryFailedOperationsDueToInvalidConnections(true);
            pool.setMaxConnectionAgeMillis(CONNECTION_AGE_MILLIS);
            return new Directory(pool, new PooledPasswords(pool));
        } catch (GeneralSecurityException | IOException | LDAPException e) {
            throw new IllegalStateException("carme.directory.*: " + e.getMessage(), e);
        }
    }

    private static SSLUtil ssl(DirectorySettings settings) throws GeneralSecurityException, IOException {
        return settings.trustFile().isPresent()
                ? new SSLUtil(new PEMFileTrustManager(settings.trustFile().get().toFile()))
                : new SSLUtil();
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }

    private static BindRequest bind(DirectorySettings settings) {
        return settings.bindDn()
                .map(dn -> new SimpleBindRequest(dn, settings.bindPassword().orElse("")))
                .orElse(null);
    }

    private record PooledPasswords(LDAPConnectionPool pool) implements Directory.Passwords {
        @Override
        public void bind(BindRequest request) throws LDAPException {
            pool.bindAndRevertAuthentication(request);
        }

        @Override
        public void change(String dn, String present, String next) throws LDAPException {
            LDAPConnection connection = pool.getConnection();
            try {
                connection.bind(dn, present);
                replace(connection, dn, present, next);
            } finally {
                pool.releaseAndReAuthenticateConnection(connection);
            }
        }

        /** By RFC 3062; servers that do not know it say so, and get a plain change of the attribute. */
        private static void replace(LDAPConnection connection, String dn, String present, String next)
                throws LDAPException {
            ExtendedResult result =
                    connection.processExtendedOperation(new PasswordModifyExtendedRequest(present, next));
            if (result.getResultCode().equals(ResultCode.PROTOCOL_ERROR)) {
                connection.modify(dn, new Modification(ModificationType.REPLACE, "userPassword", next));
            } else if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result.getResultCode(), result.getDiagnosticMessage());
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
