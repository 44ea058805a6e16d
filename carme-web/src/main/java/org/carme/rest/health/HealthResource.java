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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** Signs of life. They tell states only, never names, versions or addresses, because anybody may ask. */
@PermitAll
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
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
    @APIResponseSchema(value = HealthDto.class, responseCode = "200")
    @APIResponse(
            responseCode = "503",
            description = "The database is away",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HealthDto.class)))
    public Response ready() {
        HealthDto health = check.look();
        return Response.status(health.database() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(health)
                .build();
    }
}
