package org.carme.rest.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.carme.common.InvalidRequestException;
import org.carme.jobs.JobId;
import org.carme.jobs.JobPage;
import org.carme.jobs.JobService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's jobs. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    @Inject
    JobService jobService;

    @Inject
    JobDtos dtos;

    @Context
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start a job")
    @APIResponse(responseCode = "201", description = "Accepted; it is sent to the scheduler in the background")
    @APIResponse(responseCode = "422", description = "quota-exceeded, not-permitted or invalid-request")
    public Response submit(@NotNull @Valid StartDto start, @HeaderParam("Idempotency-Key") String key) {
        JobDto job = dtos.of(user(), jobService.submit(user(), start.request(Optional.ofNullable(key))));
        return Response.created(
                        UriBuilder.fromResource(JobsResource.class).path("{id}").build(job.id()))
                .entity(job)
                .build();
    }

    @GET
    @Operation(summary = "List my jobs: active ones, or the history in parts")
    public JobListDto list(
            @QueryParam("state") @DefaultValue("active") String state,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") String cursor) {
        return switch (state) {
            case "active" -> new JobListDto(dtos.of(user(), jobService.active(user())), null);
            case "ended" -> ended(jobService.ended(user(), limit, Optional.ofNullable(cursor)));
            default -> throw new InvalidRequestException("invalid-request.state");
        };
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of my jobs")
    @APIResponse(responseCode = "404", description = "Not my job, or no such job")
    public JobDto get(@PathParam("id") long id) {
        return dtos.of(user(), jobService.get(user(), new JobId(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop one of my jobs")
    @APIResponse(responseCode = "202", description = "It ends shortly")
    @APIResponse(responseCode = "404", description = "Not my job, or no such job")
    public Response cancel(@PathParam("id") long id) {
        jobService.cancel(user(), new JobId(id));
        return Response.accepted().build();
    }

    private JobListDto ended(JobPage page) {
        return new JobListDto(dtos.of(user(), page.jobs()), page.next().orElse(null));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
