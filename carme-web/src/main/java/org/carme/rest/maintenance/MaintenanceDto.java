package org.carme.rest.maintenance;

import java.time.Instant;
import java.util.Optional;
import org.carme.maintenance.MaintenancePlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody is told of a maintenance. */
@Schema(name = "Maintenance")
public record MaintenanceDto(
        @Schema(
                enumeration = {"none", "planned", "active"},
                description = "planned: less than a day ahead")
        String state,

        @Schema(description = "Whether the caller may start jobs now")
        boolean mayStart,

        @Schema(description = "Absent if there is none") String message,

        @Schema(description = "Absent if there is none") Instant begin,

        @Schema(description = "Absent while nobody knows") Instant end) {

    static MaintenanceDto of(Optional<MaintenancePlan> announced, boolean active, boolean mayStart) {
        String begun = active ? "active" : "planned";
        return new MaintenanceDto(
                announced.isPresent() ? begun : "none",
                mayStart,
                announced.map(MaintenancePlan::message).orElse(null),
                announced.map(MaintenancePlan::begin).orElse(null),
                announced.flatMap(MaintenancePlan::end).orElse(null));
    }
}
