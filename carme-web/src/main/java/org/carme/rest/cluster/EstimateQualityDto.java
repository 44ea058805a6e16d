package org.carme.rest.cluster;

import org.carme.jobs.EstimateQuality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How good the estimates of starts have been. */
public record EstimateQualityDto(
        @Schema(description = "How many were compared: at most a thousand of the last 30 days")
        int starts,

        @Schema(description = "Half of the estimates were that far off, or less; left out without any")
        Long medianErrorSeconds,

        @Schema(description = "Nine of ten were") Long p90ErrorSeconds) {
    static EstimateQualityDto of(EstimateQuality quality) {
        boolean any = quality.starts() > 0;
        return new EstimateQualityDto(
                quality.starts(),
                any ? quality.median().toSeconds() : null,
                any ? quality.ninth().toSeconds() : null);
    }
}
