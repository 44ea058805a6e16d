package org.carme.rest.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.carme.export.PersonalExport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** All that is kept about the caller. */
@Path("me/data")
@RequestScoped
public class MyDataResource {
    @Inject
    PersonalExport export;

    @Context
    SecurityContext security;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All that is kept about me, without secrets")
    @APIResponse(
            responseCode = "200",
            description = "The account, then a list for each kind of what is kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    public Response get() {
        StreamingOutput data = export.of(security.getUserPrincipal().getName())::writeTo;
        return Response.ok(data)
                .header(HttpHeaders.CONTENT_DISPOSITION, PersonalExport.DISPOSITION)
                .build();
    }
}
