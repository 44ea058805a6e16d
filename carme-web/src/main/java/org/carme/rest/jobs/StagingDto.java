package org.carme.rest.jobs;

import org.carme.agents.NodeStaging;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a job's data are on one of its nodes. */
public record StagingDto(
        String node,

        @Schema(enumeration = {"copying", "done", "failed"}) String state,

        long bytes,

        @Schema(description = "As far as it is known; of an archive, its own size")
        long totalBytes,

        @Schema(description = "What is being copied; may be empty")
        String item,

        @Schema(description = "What could not be copied; the job goes on without. May be empty")
        String detail) {
    static StagingDto of(NodeStaging staging) {
        return new StagingDto(
                staging.node(),
                JobDto.word(staging.progress().state()),
                staging.progress().bytes(),
                staging.progress().totalBytes(),
                staging.progress().item(),
                staging.progress().detail());
    }
}
