package org.carme.rest.jobs;

import java.time.Instant;
import java.util.Locale;
import org.carme.estimates.Alternative;
import org.carme.estimates.Estimate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a job would start. */
public record EstimateDto(
        @Schema(description = "An estimate; left out if it cannot be told")
        Instant startsAt,

        @Schema(description = "Whether it would start as soon as Slurm looks")
        boolean now,

        @Schema(
                enumeration = {"unknown", "partition-down", "nodes-down"},
                description = "Why it cannot be told")
        String hindrance,

        @Schema(description = "Something smaller that would start sooner")
        AlternativeDto alternative,

        @Schema(description = "Name of Slurm’s reservation that ends then, if it is what the job waits for")
        String reservation) {

    /** The same start with one value less. */
    public record AlternativeDto(
            @Schema(enumeration = {"acceleratorsPerNode", "nodes", "timeLimitMinutes"})
            String field,

            int value,
            Instant startsAt) {
        static AlternativeDto of(Alternative alternative) {
            return new AlternativeDto(
                    switch (alternative.kind()) {
                        case ACCELERATORS_PER_NODE -> "acceleratorsPerNode";
                        case NODES -> "nodes";
                        case MINUTES -> "timeLimitMinutes";
                    },
                    alternative.value(),
                    alternative.startsAt());
        }
    }

    static EstimateDto of(Estimate estimate) {
        return new EstimateDto(
                estimate.startsAt().orElse(null),
                estimate.now(),
                estimate.hindrance()
                        .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null),
                estimate.alternative().map(AlternativeDto::of).orElse(null),
                estimate.reservation().orElse(null));
    }
}
