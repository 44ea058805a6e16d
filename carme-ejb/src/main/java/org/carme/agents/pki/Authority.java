package org.carme.agents.pki;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The certificate authority's row: its certificate, and its private key sealed with the master secret. */
@Entity
@Table(name = "certificate_authorities")
class Authority {
    @Id
    private String name;

    /** DER, base64. */
    private String certificate;

    /** PKCS #8, sealed, base64. */
    @Column(name = "sealed_key")
    private String sealedKey;

    /** For JPA. */
    protected Authority() {}

    String certificate() {
        return certificate;
    }

    String sealedKey() {
        return sealedKey;
    }
}
