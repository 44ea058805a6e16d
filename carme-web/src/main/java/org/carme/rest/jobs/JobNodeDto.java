package org.carme.rest.jobs;

import java.time.Instant;
import org.carme.agents.JobNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A node of a job. */
public record JobNodeDto(
        String node,

        @Schema(description = "When the job was heard from it last; left out before it was")
        Instant heardAt,

        @Schema(description = "Whether that is so long ago that the node may be down")
        boolean silent) {
    static JobNodeDto of(JobNode node) {
        return new JobNodeDto(node.name(), node.heardAt().orElse(null), node.silent());
    }
}
