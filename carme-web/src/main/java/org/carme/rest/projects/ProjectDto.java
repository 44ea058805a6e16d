package org.carme.rest.projects;

import java.time.Instant;
import org.carme.projects.MemberState;
import org.carme.projects.ProjectState;
import org.carme.projects.ProjectSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project as a line of a list. */
@Schema(name = "Project")
public record ProjectDto(
        @Schema(description = "By which it is asked for, and the project of a start")
        String slug,

        String name,
        String owner,
        ProjectState state,

        @Schema(enumeration = {"public", "internal", "confidential"})
        String classification,

        @Schema(description = "Whether it is active and its time is over, so that nothing can be started by it")
        boolean expired,

        @Schema(description = "Left out: never, or not approved yet")
        Instant expiresAt,

        boolean renewalAsked,

        @Schema(description = "How the caller stands to it; NONE for administrators")
        MemberState mine,

        long members,

        @Schema(description = "How many wait for a manager, or, for administrators, for an administrator")
        long waiting) {

    static ProjectDto of(ProjectSummary project) {
        return new ProjectDto(
                project.slug(),
                project.name(),
                project.owner(),
                project.state(),
                project.classification().word(),
                project.expired(),
                project.expiresAt().orElse(null),
                project.renewalAsked(),
                project.mine(),
                project.members(),
                project.waiting());
    }
}
