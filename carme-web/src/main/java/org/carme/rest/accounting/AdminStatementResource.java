package org.carme.rest.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.carme.accounting.Statement;
import org.carme.accounting.StatementMonths;
import org.carme.accounting.Statements;
import org.carme.export.CsvTable;
import org.carme.export.StatementExport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What everybody used month by month, for administrators. */
@Path("admin/statement")
@RequestScoped
public class AdminStatementResource {
    @Inject
    Statements statements;

    @Inject
    StatementMonths months;

    @Context
    SecurityContext security;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What everybody used in a month")
    public StatementDto statement(
            @QueryParam("month") @Parameter(description = "Such as 2026-11; left out: the present one") String month) {
        return StatementDto.of(found(month));
    }

    @GET
    @Path("export")
    @Produces(CsvTable.MEDIA_TYPE)
    @Operation(summary = "The same as a table")
    @APIResponse(
            responseCode = "200",
            description = "One user, project or group, accelerator type and partition a line",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public StreamingOutput export(
            @QueryParam("month") @Parameter(description = "Such as 2026-11; left out: the present one") String month) {
        return StatementExport.of(found(month))::writeTo;
    }

    @POST
    @Path("import")
    @Operation(summary = "Have Slurm's accounting read now, as it is done every ten minutes")
    @APIResponse(responseCode = "202", description = "The batch job is started, unless it runs")
    public Response readNow() {
        statements.readNow(security.getUserPrincipal().getName());
        return Response.accepted().build();
    }

    private Statement found(String month) {
        return statements.ofAll(security.getUserPrincipal().getName(), months.parse(Optional.ofNullable(month)));
    }
}
