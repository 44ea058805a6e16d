package org.carme.faces.builds;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildService;
import org.carme.faces.layout.Texts;
import org.carme.images.VersionContent;
import org.carme.web.security.CurrentUser;

/** What can be made of a version that there is, on the page of its image. */
@Named
@RequestScoped
public class VersionBuildsView {
    @Inject
    BuildService builds;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private Boolean allowed;

    /** @return whether the reader may have images made */
    public boolean isAllowed() {
        if (allowed == null) {
            allowed = builds.mayBuild(currentUser.getName());
        }
        return allowed;
    }

    /** @return whose folder the files are in, empty if in nobody's or in the reader's own */
    public String maker(VersionContent content) {
        return builds.makerOf(content.location())
                .filter(maker -> !maker.equals(currentUser.getName()))
                .orElse("");
    }

    /** @return what somebody who approves it has to know of its maker */
    public String warning(VersionContent content) {
        return texts.text("builds.ofMaker", maker(content));
    }

    /** Opens a copy to be changed. */
    public String sandbox(String image, String version) {
        return page(builds.sandbox(currentUser.getName(), image, version));
    }

    /** Looks what is inside. */
    public String inventory(String image, String version) {
        return page(builds.inventory(currentUser.getName(), image, version));
    }

    /** Makes the files of a draft the reader's own, so that its maker changes them no longer. */
    public String takeOver(String image, String version) {
        return page(builds.copy(currentUser.getName(), image, version, version));
    }

    private static String page(BuildDetails started) {
        return BuildView.page(started.summary().id());
    }
}
