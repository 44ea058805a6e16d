package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The ways out that this site has. */
@ApplicationScoped
class Senders {
    @Inject
    @Any
    Instance<Sender> all;

    List<Sender> offered() {
        return all.stream().filter(Sender::isOffered).toList();
    }

    Optional<Sender> find(Channel channel) {
        return offered().stream().filter(sender -> sender.channel() == channel).findFirst();
    }

    boolean isOffered(Channel channel) {
        return find(channel).isPresent();
    }
}
