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
import java.time.Duration;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.idle.IdleJobs;
import org.carme.jobs.Extensions;
import org.carme.jobs.HistoryQuery;
import org.carme.jobs.JobHistory;
import org.carme.jobs.JobId;
import org.carme.jobs.JobPage;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The caller's jobs. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    @Inject
    JobService jobService;

    @Inject
    JobHistory history;

    @Inject
    Extensions extensions;

    @Inject
    IdleJobs idle;

    @Inject
    JobDtos dtos;

    @Context
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start a job")
    @APIResponseSchema(
            value = JobDto.class,
            responseCode = "201",
            responseDescription = "Accepted; it is sent to the scheduler in the background")
    public Response submit(
            @NotNull @Valid StartDto start,
            @HeaderParam("Idempotency-Key")
                    @Schema(
                            pattern = "^[!-~]{0,128}$",
                            description = "A repetition with the same key makes no second job")
                    String key) {
        JobDto job = dtos.of(user(), jobService.submit(user(), start.request(Optional.ofNullable(key))));
        return Response.created(
                        UriBuilder.fromResource(JobsResource.class).path("{id}").build(job.id()))
                .entity(job)
                .build();
    }

    @POST
    @Path("estimate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "When a job would start, by an estimate; what a start would be refused for is refused here as well")
    @APIResponseSchema(EstimateDto.class)
    public EstimateDto estimate(@NotNull @Valid StartDto start) {
        return EstimateDto.of(jobService.estimate(user(), start.request(Optional.empty())));
    }

    @GET
    @Operation(summary = "List my jobs: active ones, or the history in parts")
    public JobListDto list(
            @QueryParam("state") @DefaultValue("active") @Schema(enumeration = {"active", "ended"}) String state,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Of ended jobs: brought into 1 to 200")
                    int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        return switch (state) {
            case "active" -> new JobListDto(dtos.of(user(), jobService.active(user())), null);
            case "ended" -> ended(history.ended(user(), HistoryQuery.ALL, limit, Optional.ofNullable(cursor)));
            default -> throw new InvalidRequestException("invalid-request.state");
        };
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of my jobs")
    public JobDto get(@PathParam("id") long id) {
        return dtos.of(user(), jobService.get(user(), new JobId(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop one of my jobs")
    @APIResponse(responseCode = "202", description = "It ends shortly")
    public Response cancel(@PathParam("id") long id) {
        jobService.cancel(user(), new JobId(id));
        return Response.accepted().build();
    }

    @POST
    @Path("{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give one of my running jobs more time")
    @APIResponseSchema(value = JobDto.class, responseDescription = "Kept; endsAt follows when the scheduler has it")
    public JobDto extend(@PathParam("id") long id, @NotNull @Valid ExtensionDto extension) {
        JobSummary job = jobService.get(user(), new JobId(id));
        return dtos.of(user(), extensions.extend(user(), job, Duration.ofMinutes(extension.minutes())));
    }

    @POST
    @Path("{id}/still-working")
    @Operation(summary = "Say that I still work with one of my jobs, so that it is not stopped as idle")
    @APIResponse(responseCode = "204", description = "It counts as used now")
    public void stillWorking(@PathParam("id") long id) {
        idle.keep(user(), new JobId(id));
    }

    private JobListDto ended(JobPage page) {
        return new JobListDto(dtos.of(user(), page.jobs()), page.next().orElse(null));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
