package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.carme.images.ImageManagers;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;
import org.carme.users.DirectoryUnavailableException;

/**
 * Tells image managers that a version waits for them, after the transaction that made it wait: the directory is asked who
 * they are. The list shows what waits in any case.
 */
@ApplicationScoped
class OfferNews {
    private static final Logger LOG = System.getLogger(OfferNews.class.getName());

    @Inject
    ImageManagers managers;

    @Inject
    MessageService messages;

    void tell(BuildSummary build) {
        String version = build.image() + ":" + build.version();
        try {
            managers.all().stream()
                    .filter(manager -> !manager.equals(build.owner()))
                    .forEach(manager -> messages.tell(manager, Kind.INFO, "build-offered", version, build.owner()));
        } catch (DirectoryUnavailableException away) {
            LOG.log(Level.WARNING, "No image manager is told that {0} waits: {1}", version, away.getMessage());
        }
    }
}
