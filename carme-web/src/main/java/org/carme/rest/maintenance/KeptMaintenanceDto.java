package org.carme.rest.maintenance;

import org.carme.maintenance.Maintenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is kept, for administrators. */
@Schema(name = "KeptMaintenance")
public record KeptMaintenanceDto(
        @Schema(description = "Absent if there is none") MaintenancePlanDto plan,

        @Schema(description = "To be sent with a change") long version) {

    static KeptMaintenanceDto of(Maintenance kept) {
        return new KeptMaintenanceDto(kept.plan().map(MaintenancePlanDto::of).orElse(null), kept.version());
    }
}
