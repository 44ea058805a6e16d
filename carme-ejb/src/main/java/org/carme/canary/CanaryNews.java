package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;

/** Tells administrators that the self-test has begun to fail, or that it works again. */
@ApplicationScoped
class CanaryNews {
    private static final Logger LOG = System.getLogger(CanaryNews.class.getName());

    @Inject
    Administrators administrators;

    @Inject
    MessageService messages;

    /** The page shows it in any case. */
    void tell(Optional<StageFailedException> failure) {
        try {
            for (String admin : administrators.all()) {
                failure.ifPresentOrElse(
                        why -> messages.tell(
                                admin, Kind.ERROR, "self-test-failed." + why.stage(), "", why.getMessage()),
                        () -> messages.tell(admin, Kind.SUCCESS, "self-test-recovered", "", ""));
            }
        } catch (DirectoryUnavailableException away) {
            LOG.log(Level.WARNING, "No administrator is told how the self-test went: {0}", away.getMessage());
        }
    }
}
