package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** Gives an empty installation its first images. */
@ApplicationScoped
public class FirstImages {
    static final String VERSION = "1";

    @Inject
    ImageRepository images;

    @Inject
    Clock clock;

    /** Adds them, nobody's, each with a version that can be started and is the node's own software. */
    @Transactional
    public void add(Collection<ImageProfile> profiles) {
        for (ImageProfile profile : profiles) {
            images.add(new Image(ProfileRules.check(profile), ""));
            VersionSpec node = new VersionSpec(VERSION, VersionContent.OF_THE_NODE, Optional.empty(), true, "");
            ImageVersion version = new ImageVersion(profile.name(), node, "", clock.instant());
            version.become(VersionState.ACTIVE, "", clock.instant());
            images.add(version);
        }
    }
}
