package org.carme.rest.jobs;

import org.carme.agents.NodeStaging;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a job's data are on one of its nodes. */
public record StagingDto(
        String node,

        @Schema(
                description = "Of what comes to the node, or of results on their way back",
                enumeration = {"data", "results"})
        String of,

        @Schema(enumeration = {"copying", "done", "failed"}) String state,

        long bytes,

        @Schema(description = "As far as it is known; of an archive, its own size")
        long totalBytes,

        @Schema(description = "What is being copied, and of results where they go; may be empty")
        String item,

        @Schema(
                description =
                        "What could not be copied, was still being written, or stays because it is newer; the job goes on without. May be empty")
        String detail) {
    static StagingDto of(NodeStaging staging) {
        return new StagingDto(
                staging.node(),
                staging.ofResults() ? "results" : "data",
                JobDto.word(staging.progress().state()),
                staging.progress().bytes(),
                staging.progress().totalBytes(),
                staging.progress().item(),
                staging.progress().detail());
    }
}
