package org.carme.rest.builds;

import java.util.List;
import org.carme.builds.BuildSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Builds. */
@Schema(name = "BuildList")
public record BuildListDto(List<BuildDto> builds) {
    static BuildListDto of(List<BuildSummary> builds) {
        return new BuildListDto(builds.stream().map(BuildDto::of).toList());
    }
}
