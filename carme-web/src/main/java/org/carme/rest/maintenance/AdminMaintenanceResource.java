package org.carme.rest.maintenance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.carme.maintenance.MaintenanceService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Maintenance mode, for administrators. */
@Path("admin/maintenance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminMaintenanceResource {
    @Inject
    MaintenanceService maintenance;

    @Inject
    Clock clock;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The maintenance that is on or planned")
    public KeptMaintenanceDto get() {
        return KeptMaintenanceDto.of(maintenance.get(user()));
    }

    @PUT
    @Operation(
            summary = "Switch maintenance on, plan it, or change it; nobody else's starts are accepted while it is on")
    public KeptMaintenanceDto set(@QueryParam("version") long version, @NotNull @Valid MaintenancePlanDto wanted) {
        return KeptMaintenanceDto.of(maintenance.set(user(), wanted.plan(clock.instant()), version));
    }

    @DELETE
    @Operation(summary = "End the maintenance now, or call off the planned one")
    @APIResponse(responseCode = "204", description = "There is none any more")
    public void end() {
        maintenance.end(user());
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
