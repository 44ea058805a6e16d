package org.carme.agents.pki;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The one row of the certificate authority. */
@ApplicationScoped
@Transactional
class AuthorityRepository {
    private static final String NAME = "agents";

    @Inject
    EntityManager entityManager;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Authority> find() {
        return Optional.ofNullable(entityManager.find(Authority.class, NAME));
    }

    /** Does nothing if another instance of the portal was quicker: the row found afterwards is everybody's. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void addUnlessPresent(String certificate, String sealedKey) {
        entityManager
                .createNativeQuery(
                        "INSERT IGNORE INTO certificate_authorities (name, certificate, sealed_key) VALUES (?, ?, ?)")
                .setParameter(1, NAME)
                .setParameter(2, certificate)
                .setParameter(3, sealedKey)
                .executeUpdate();
    }
}
