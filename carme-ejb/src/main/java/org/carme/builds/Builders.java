package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageManagers;
import org.carme.users.DirectoryService;

/** Who may have images made: image managers, and the groups that the site has chosen. */
@ApplicationScoped
class Builders {
    @Inject
    BuildSettings settings;

    @Inject
    DirectoryService directory;

    @Inject
    ImageCatalogue images;

    @Inject
    ImageManagers managers;

    boolean include(String user) {
        return settings.template().isPresent()
                && (manage(user)
                        || !Collections.disjoint(
                                settings.groups(), directory.person(user).groups()));
    }

    boolean manage(String user) {
        return images.isManagedBy(user);
    }

    /** @throws org.carme.images.NotImageManagerException if the user is none */
    void requireManager(String user) {
        managers.require(user);
    }

    /** @throws BuildNotPermittedException if the user may not, or nobody can here */
    void require(String user) {
        requireTemplate();
        if (!include(user)) {
            throw BuildNotPermittedException.notForHim();
        }
    }

    /**
     * For what somebody does with an image that there is.
     *
     * @throws BuildNotPermittedException if it is neither his nor does he manage images, or nobody can here
     */
    void requireMaster(String user, String image) {
        requireTemplate();
        if (!manage(user) && !images.get(user, image).owner().equals(user)) {
            throw BuildNotPermittedException.notForHim();
        }
    }

    /** @throws BuildNotPermittedException if there is none */
    String requireTemplate() {
        return settings.template().orElseThrow(BuildNotPermittedException::off);
    }
}
