package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.keys.MasterSecret;

/** The transactions behind {@link DeliveryService}; webhooks are sealed, because who knows one can write there. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ChoiceStore {
    private static final String PURPOSE = "chat webhook";

    @Inject
    ChoiceRepository choices;

    @Inject
    MasterSecret secret;

    @Inject
    AuditService audit;

    Optional<DeliveryChoice> find(String user) {
        return choices.find(user).map(ChoiceRow::choice);
    }

    Optional<String> webhook(String user) {
        return choices.find(user).flatMap(ChoiceRow::sealedWebhook).map(this::open);
    }

    /** @param webhook empty text: none any more; empty: as it is */
    void save(String user, DeliveryChoice choice, Optional<String> webhook) {
        Optional<ChoiceRow> kept = choices.find(user);
        ChoiceRow row = kept.orElseGet(() -> new ChoiceRow(user, choice));
        row.become(choice);
        webhook.ifPresent(address -> row.post(address.isEmpty() ? null : seal(address)));
        if (kept.isEmpty()) {
            choices.add(row);
        }
        AuditObject account = new AuditObject("account", user, user);
        audit.record(AuditEvent.own(AuditAction.MESSAGE_SETTINGS_CHANGED, user, account, ""));
    }

    private String seal(String address) {
        return Base64.getEncoder().encodeToString(secret.seal(PURPOSE, address.getBytes(StandardCharsets.UTF_8)));
    }

    private String open(String sealed) {
        try {
            return new String(secret.open(PURPOSE, Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    MasterSecret.FILE_KEY + ": not the secret with which a webhook was sealed", e);
        }
    }
}
