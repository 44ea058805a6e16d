package org.carme.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Schema;

/** Looks for what is to be sent, for each channel by itself: a chat that hangs does not keep mail from going. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliverySchedule {
    @Inject
    Schema schema;

    @Inject
    Deliverer deliverer;

    @Inject
    Senders senders;

    @Inject
    Wording wording;

    @Inject
    SiteChat site;

    private final Recurring mailing = new Recurring("No e-mail is sent at present");
    private final Recurring chatting = new Recurring("Nothing is sent to chats at present");

    /** Wrong settings of a channel show here and stop the start. */
    @PostConstruct
    void begin() {
        schema.ready();
        senders.offered();
        site.webhook();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void mail() {
        deliver(Channel.MAIL, mailing);
    }

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void chat() {
        deliver(Channel.CHAT, chatting);
    }

    private void deliver(Channel channel, Recurring recurring) {
        if (wording.isReady()) {
            senders.find(channel).ifPresent(sender -> recurring.run(() -> deliverer.deliver(sender)));
        }
    }
}
