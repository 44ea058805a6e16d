package org.carme.images;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which jobs use images; told from outside, because this package knows no jobs. */
public interface ImageUse {
    /**
     * How many jobs were started with a version.
     *
     * @param active those that have not ended
     */
    record Jobs(long active, long ever) {
        public static final Jobs NONE = new Jobs(0, 0);
    }

    /** A job that was started with an image. */
    record Start(long job, String owner, String version, Instant submittedAt, boolean active) {}

    /** @return the number of jobs that have not ended, by image; unused ones are missing */
    Map<String, Long> active(Collection<String> images);

    /** @return by version of the image, of this transaction; unused ones are missing */
    Map<String, Jobs> ofVersions(String image);

    /** @return the newest jobs of the image, newest first */
    List<Start> latest(String image, int most);
}
