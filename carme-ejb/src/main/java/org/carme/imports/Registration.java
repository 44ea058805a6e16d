package org.carme.imports;

import java.util.Optional;
import org.carme.images.ImageProfile;
import org.carme.images.VersionSpec;

/**
 * What is to be registered, checked.
 *
 * @param owner of the image if it is new
 */
record Registration(String actor, String owner, ImageProfile profile, VersionSpec spec, Optional<String> fingerprint) {
    String location() {
        return spec.content().location();
    }
}
