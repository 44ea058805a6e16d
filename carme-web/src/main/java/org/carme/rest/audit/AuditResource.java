package org.carme.rest.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.carme.audit.AuditService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller did, and what was done to his objects. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    AuditService audit;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "What I did and what was done to my objects, newest first")
    public AuditPageDto list(
            @BeanParam AuditFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        return AuditPageDto.of(
                audit.own(security.getUserPrincipal().getName(), filter.query(), limit, Optional.ofNullable(cursor)));
    }
}
