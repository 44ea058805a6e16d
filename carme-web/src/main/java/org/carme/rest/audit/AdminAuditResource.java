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
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carme.audit.AuditService;
import org.carme.export.AuditExport;
import org.carme.export.CsvTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Everybody's entries, for administrators. */
@Path("admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminAuditResource {
    @Inject
    AuditService audit;

    @Inject
    AuditExport export;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "What everybody did, newest first")
    public AuditPageDto list(
            @BeanParam AuditFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        return AuditPageDto.of(audit.all(user(), filter.query(), limit, Optional.ofNullable(cursor)));
    }

    @GET
    @Path("export")
    @Produces(CsvTable.MEDIA_TYPE)
    @Operation(summary = "What everybody did, as a table")
    @APIResponse(
            responseCode = "200",
            description = "One entry a line, newest first",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public StreamingOutput export(@BeanParam AuditFilter filter) {
        return export.of(user(), filter.query(), ZoneOffset.UTC)::writeTo;
    }

    @GET
    @Path("check")
    @Operation(summary = "Check that no entry was changed or removed")
    public AuditCheckDto check() {
        return AuditCheckDto.of(audit.verify(user()));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
