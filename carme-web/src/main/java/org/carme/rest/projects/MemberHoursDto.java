package org.carme.rest.projects;

import org.carme.quotas.MemberHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody uses of a project's accelerator hours in a period. */
@Schema(name = "ProjectMemberHours")
public record MemberHoursDto(
        String user,

        @Schema(description = "As Slurm names it; left out for members who have used none")
        String acceleratorType,

        @Schema(description = "By ended jobs") double used,

        @Schema(description = "What running jobs have or may use, their whole time limit")
        double running,

        @Schema(description = "What waiting jobs may use, their whole time limit")
        double queued,

        @Schema(description = "By the strictest limit of that period for each member; left out if there is none")
        Double left) {

    static MemberHoursDto of(MemberHours hours) {
        return new MemberHoursDto(
                hours.user(),
                hours.acceleratorType().isEmpty() ? null : hours.acceleratorType(),
                hours.used(),
                hours.running(),
                hours.queued(),
                hours.left().orElse(null));
    }
}
