package org.carme.images;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as readers see it.
 *
 * @param approvedBy who made it active first
 * @param revision to be handed back with a change, so that nobody overwrites what he has not seen
 * @param jobs none for those who are no image managers
 */
public record ImageVersionDetails(
        String image,
        VersionSpec spec,
        VersionState state,
        String createdBy,
        Instant createdAt,
        Optional<String> approvedBy,
        Optional<Instant> approvedAt,
        long revision,
        ImageUse.Jobs jobs) {

    public String name() {
        return spec.name();
    }

    ImageVersionDetails withJobs(ImageUse.Jobs counted) {
        return new ImageVersionDetails(
                image, spec, state, createdBy, createdAt, approvedBy, approvedAt, revision, counted);
    }
}
