package org.carme.faces.builds;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildService;
import org.carme.web.security.CurrentUser;

/** The build of the present request, read once in it: the page lives longer, and shows what is new each time. */
@RequestScoped
class ShownBuild {
    @Inject
    BuildService builds;

    @Inject
    CurrentUser currentUser;

    private BuildDetails build;

    /** @throws org.carme.builds.BuildNotFoundException if it is none that the user may see */
    BuildDetails build(long id) {
        if (build == null) {
            build = builds.get(currentUser.getName(), id);
        }
        return build;
    }

    void changed() {
        build = null;
    }
}
