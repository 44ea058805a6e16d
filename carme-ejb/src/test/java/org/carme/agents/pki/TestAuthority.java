package org.carme.agents.pki;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.carme.database.TestDatabase;
import org.carme.keys.MasterSecret;

/** Certificate authorities on a test database; each transaction has an entity manager of its own. */
public final class TestAuthority {
    private TestAuthority() {}

    public static CertificateAuthority on(TestDatabase database, MasterSecret secret, Clock clock) {
        CertificateAuthority authority = new CertificateAuthority();
        authority.authorities = new Repository(database);
        authority.secret = secret;
        authority.clock = clock;
        return authority;
    }

    public static GatewayTls gateway(CertificateAuthority authority, Clock clock) {
        GatewayTls gateway = new GatewayTls();
        gateway.authority = authority;
        gateway.clock = clock;
        gateway.prepare();
        return gateway;
    }

    private static final class Repository extends AuthorityRepository {
        private final TestDatabase database;

        Repository(TestDatabase database) {
            this.database = database;
        }

        @Override
        Optional<Authority> find() {
            try (EntityManager own = database.open()) {
                entityManager = own;
                return TestDatabase.inTransaction(own, super::find);
            }
        }

        @Override
        void addUnlessPresent(String certificate, String sealedKey) {
            try (EntityManager own = database.open()) {
                entityManager = own;
                TestDatabase.inTransaction(own, () -> {
                    super.addUnlessPresent(certificate, sealedKey);
                    return null;
                });
            }
        }
    }
}
