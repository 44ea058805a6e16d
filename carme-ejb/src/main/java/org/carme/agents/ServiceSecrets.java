package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import org.carme.keys.MasterSecret;

/** The secrets with which the gateway proves itself to services: derived, so that they stand in no table. */
@ApplicationScoped
class ServiceSecrets {
    @Inject
    MasterSecret master;

    /** @param run how often the job was put back into the queue: each run has fresh secrets */
    String secret(String jobKey, String service, int run) {
        byte[] key = master.derive("service", jobKey, service, Integer.toString(run));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
