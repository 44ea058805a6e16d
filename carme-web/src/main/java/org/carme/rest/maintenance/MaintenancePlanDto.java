package org.carme.rest.maintenance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.carme.maintenance.MaintenancePlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A maintenance as administrators plan it. */
@Schema(name = "MaintenancePlan")
public record MaintenancePlanDto(
        @NotNull @Schema(description = "Plain text of 1 to 500 characters, shown to everybody")
        String message,

        @Schema(description = "Now if left out") Instant begin,

        @Schema(description = "It is over then by itself; open if left out")
        Instant end,

        @Schema(description = "Names of users who may start jobs meanwhile, besides the administrators")
        List<String> allowedUsers) {

    static MaintenancePlanDto of(MaintenancePlan plan) {
        return new MaintenancePlanDto(
                plan.message(), plan.begin(), plan.end().orElse(null), List.copyOf(plan.allowed()));
    }

    MaintenancePlan plan(Instant now) {
        return new MaintenancePlan(
                message,
                begin == null ? now : begin,
                Optional.ofNullable(end),
                new TreeSet<>(allowedUsers == null ? List.of() : allowedUsers));
    }
}
