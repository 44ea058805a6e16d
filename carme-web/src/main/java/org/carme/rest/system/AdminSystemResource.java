package org.carme.rest.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.delivery.DeliveryReports;
import org.carme.health.HealthService;
import org.carme.schedules.LastRuns;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the system page shows. */
@Path("admin/system")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminSystemResource {
    @Inject
    HealthService health;

    @Inject
    LastRuns lastRuns;

    @Inject
    DeliveryReports deliveries;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary =
                    "Versions, health of all that the portal needs, how busy it is, how its batch jobs went last, and what it sends")
    public SystemDto get() {
        String admin = security.getUserPrincipal().getName();
        return SystemDto.of(health.look(admin), lastRuns.all(admin), deliveries.all(admin));
    }
}
