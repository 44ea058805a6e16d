package org.carme.rest.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.carme.executions.ExecutionDetails;
import org.carme.executions.ExecutionQuery;
import org.carme.executions.ExecutionService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Executions of batch jobs, of all portals. */
@Path("admin/batch/executions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExecutionsResource {
    @Inject
    ExecutionService executions;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Executions of batch jobs, newest first, in parts")
    public ExecutionListDto list(
            @QueryParam("job") @Schema(description = "Of that job alone") String job,
            @QueryParam("failed")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Only those that have failed, and that nobody has gone on with or given up")
                    boolean failed,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        ExecutionQuery query = new ExecutionQuery(Optional.ofNullable(job), failed);
        return ExecutionListDto.of(executions.list(user(), query, limit, Optional.ofNullable(cursor)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One execution with its steps and what they have skipped")
    public ExecutionDetailsDto get(@PathParam("id") long id) {
        return ExecutionDetailsDto.of(executions.get(user(), id));
    }

    @GET
    @Path("{id}/log")
    @Operation(summary = "What the steps of an execution have written")
    public ExecutionLogDto log(@PathParam("id") long id) {
        return ExecutionLogDto.of(executions.log(user(), id));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Have an execution stop, on whichever portal it runs")
    @APIResponse(responseCode = "202", description = "It is asked within ten seconds")
    @APIResponse(responseCode = "409", ref = "conflict")
    public Response stop(@PathParam("id") long id) {
        executions.stop(user(), id);
        return Response.accepted().build();
    }

    @POST
    @Path("{id}/restart")
    @Operation(summary = "Go on with the step of an execution that did not complete")
    @APIResponse(responseCode = "409", ref = "conflict")
    @APIResponseSchema(value = ExecutionDetailsDto.class, responseCode = "201")
    public Response restart(@PathParam("id") long id) {
        return begun(executions.get(user(), executions.restart(user(), id)));
    }

    @POST
    @Path("{id}/abandon")
    @Operation(summary = "Give up an execution that has failed or was stopped: it cannot be restarted any more")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "conflict")
    public void abandon(@PathParam("id") long id) {
        executions.abandon(user(), id);
    }

    @POST
    @Path("{id}/skipped/{item}/retry")
    @Operation(summary = "Deal with an item alone that an execution has skipped")
    @APIResponse(responseCode = "409", ref = "conflict")
    @APIResponseSchema(value = ExecutionDetailsDto.class, responseCode = "201")
    public Response retry(@PathParam("id") long id, @PathParam("item") long item) {
        return begun(executions.get(user(), executions.retry(user(), id, item)));
    }

    static Response begun(ExecutionDetails execution) {
        return Response.created(UriBuilder.fromResource(ExecutionsResource.class)
                        .path("{id}")
                        .build(execution.summary().id()))
                .entity(ExecutionDetailsDto.of(execution))
                .build();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
