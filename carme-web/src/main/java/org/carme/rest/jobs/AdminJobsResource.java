package org.carme.rest.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.carme.inventory.AcceleratorTypes;
import org.carme.jobs.AllJobs;
import org.carme.jobs.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Everybody's jobs, for administrators. */
@Path("admin/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminJobsResource {
    @Inject
    AllJobs jobs;

    @Inject
    AcceleratorTypes types;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Everybody's jobs, newest first")
    public AdminJobListDto list(
            @BeanParam JobFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        return AdminJobListDto.of(
                jobs.list(user(), filter.query(), limit, Optional.ofNullable(cursor)), types.described());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Somebody's job")
    public AdminJobDto get(@PathParam("id") long id) {
        return AdminJobDto.of(jobs.get(user(), new JobId(id)), types.described());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop somebody's job; the owner is told who and why")
    @APIResponse(responseCode = "202", description = "It ends shortly")
    public Response stop(
            @PathParam("id") long id,
            @QueryParam("reason") @DefaultValue("") @Schema(description = "1 to 200 characters", required = true)
                    String reason) {
        jobs.stop(user(), new JobId(id), reason);
        return Response.accepted().build();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
