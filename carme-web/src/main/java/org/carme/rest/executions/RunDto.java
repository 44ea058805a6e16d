package org.carme.rest.executions;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a batch job is to run. */
@Schema(name = "BatchRunWish")
public record RunDto(
        @Schema(description = "What the job's definition knows; absent if nothing is to be said")
        Map<String, String> parameters) {

    Map<String, String> given() {
        return Optional.ofNullable(parameters).orElse(Map.of());
    }
}
