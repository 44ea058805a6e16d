package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the jobs that were started with images are run in. */
@ApplicationScoped
public class ImageLaunches {
    /** @return also for a version that was disabled after the job's start */
    public ImageLaunch launch(String image, String version) {
        return new ImageLaunch(image, version, RuntimeDeclaration.NONE.name(), "", "", List.of(), List.of(), List.of());
    }
}
