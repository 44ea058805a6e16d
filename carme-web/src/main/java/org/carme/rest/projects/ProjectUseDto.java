package org.carme.rest.projects;

import org.carme.projects.ProjectUse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one of a project's members has started by it. */
@Schema(name = "ProjectUse")
public record ProjectUseDto(
        String user,
        long runningJobs,
        long waitingJobs,

        @Schema(description = "Of all that has started, up to now")
        double acceleratorHours) {

    static ProjectUseDto of(ProjectUse.Share share) {
        return new ProjectUseDto(share.user(), share.runningJobs(), share.waitingJobs(), share.acceleratorHours());
    }
}
