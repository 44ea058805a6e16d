package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What the jobs of an image run in. It checks nobody's right: a job has what it was started with. */
@ApplicationScoped
@Transactional
public class ImageLaunches {
    @Inject
    ImageRepository images;

    /**
     * The version, whatever its state is now.
     *
     * @throws ImageNotFoundException if there is none, which no version that a job has recorded can be
     */
    public ImageLaunch launch(String image, String version) {
        VersionContent content = images.version(image, version)
                .orElseThrow(() -> new ImageNotFoundException(ImageReference.text(image, version)))
                .spec()
                .content();
        return new ImageLaunch(
                image,
                version,
                content.runtime(),
                content.location(),
                content.digest().orElse(""),
                content.binds(),
                content.flags(),
                content.entryPoints());
    }
}
