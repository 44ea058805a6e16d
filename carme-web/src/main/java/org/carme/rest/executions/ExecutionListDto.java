package org.carme.rest.executions;

import java.util.List;
import org.carme.common.Part;
import org.carme.executions.ExecutionSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the executions. */
@Schema(name = "BatchExecutionList")
public record ExecutionListDto(
        List<ExecutionDto> executions,

        @Schema(description = "The cursor of the following part; absent at the end")
        String next) {

    static ExecutionListDto of(Part<ExecutionSummary> part) {
        return new ExecutionListDto(
                part.rows().stream().map(ExecutionDto::of).toList(), part.next().orElse(null));
    }
}
