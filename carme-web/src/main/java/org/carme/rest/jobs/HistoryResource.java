package org.carme.rest.jobs;

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
import java.util.List;
import java.util.Optional;
import org.carme.export.CsvTable;
import org.carme.export.HistoryExport;
import org.carme.jobs.JobHistory;
import org.carme.jobs.JobPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's ended jobs. */
@Path("history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {
    @Inject
    JobHistory history;

    @Inject
    HistoryExport export;

    @Inject
    JobDtos dtos;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "My ended jobs that match, newest end first, in parts")
    public JobListDto list(
            @BeanParam HistoryFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        JobPage page = history.ended(user(), filter.query(), limit, Optional.ofNullable(cursor));
        return new JobListDto(dtos.of(user(), page.jobs()), page.next().orElse(null));
    }

    @GET
    @Path("totals")
    @Operation(summary = "What my ended jobs that match used together, by accelerator type")
    public List<HistoryTotalDto> totals(@BeanParam HistoryFilter filter) {
        return history.totals(user(), filter.query()).stream()
                .map(HistoryTotalDto::of)
                .toList();
    }

    @GET
    @Path("export")
    @Produces(CsvTable.MEDIA_TYPE)
    @Operation(summary = "My ended jobs that match, as a table")
    @APIResponse(
            responseCode = "200",
            description = "One job a line, newest end first",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public StreamingOutput export(@BeanParam HistoryFilter filter) {
        return export.of(user(), filter.query(), ZoneOffset.UTC)::writeTo;
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
