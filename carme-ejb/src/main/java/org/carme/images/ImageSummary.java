package org.carme.images;

import java.util.List;
import java.util.Optional;

/**
 * An image in a list.
 *
 * @param current the version that is meant where none is named, empty if none can be started
 * @param versions that the reader may see, newest first
 * @param activeJobs 0 for those who are no image managers
 */
public record ImageSummary(
        ImageProfile profile, String owner, Optional<Version> current, List<Version> versions, long activeJobs) {
    public ImageSummary {
        versions = List.copyOf(versions);
    }

    /** A version of it. */
    public record Version(String name, String runtime, VersionState state) {}
}
