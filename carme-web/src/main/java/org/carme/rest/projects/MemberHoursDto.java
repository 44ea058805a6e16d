package org.carme.rest.projects;

import org.carme.inventory.DescribedTypes;
import org.carme.quotas.MemberHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody uses of a project's accelerator hours in a period. */
@Schema(name = "ProjectMemberHours")
public record MemberHoursDto(
        String user,

        @Schema(description = "As Slurm names it; left out for members who have used none")
        String acceleratorType,

        @Schema(description = "What people call the type") String acceleratorTitle,

        @Schema(description = "By ended jobs") double used,

        @Schema(description = "What running jobs have or may use, their whole time limit")
        double running,

        @Schema(description = "What waiting jobs may use, their whole time limit")
        double queued,

        @Schema(description = "By the strictest limit of that period for each member; left out if there is none")
        Double left) {

    static MemberHoursDto of(MemberHours hours, DescribedTypes types) {
        String type = hours.acceleratorType();
        return new MemberHoursDto(
                hours.user(),
                type.isEmpty() ? null : type,
                type.isEmpty() ? null : types.title(type),
                hours.used(),
                hours.running(),
                hours.queued(),
                hours.left().orElse(null));
    }
}
