package org.carme.rest.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Signs of life. They tell states only, never names, versions or addresses, because anybody may ask. */
@PermitAll
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    HealthCheck check;

    @GET
    @Path("live")
    @Operation(summary = "The portal runs")
    public HealthDto live() {
        return HealthDto.up();
    }

    @GET
    @Path("ready")
    @Operation(summary = "The portal can serve: its database answers; absent parts are named but do not fail it")
    public Response ready() {
        HealthDto health = check.look();
        return Response.status(health.database() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(health)
                .build();
    }
}
