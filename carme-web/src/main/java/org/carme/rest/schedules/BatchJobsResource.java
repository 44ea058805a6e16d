package org.carme.rest.schedules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.carme.schedules.JobPlan;
import org.carme.schedules.ScheduleService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Batch jobs and their schedules, for administrators. */
@Path("admin/batch/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BatchJobsResource {
    @Inject
    ScheduleService schedules;

    @Inject
    Clock clock;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "List the batch jobs, by name: when each runs, and how it went last")
    public List<BatchJobDto> list() {
        return schedules.list(user()).stream().map(this::dto).toList();
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One batch job")
    public BatchJobDto get(@PathParam("name") String name) {
        return dto(schedules.get(user(), name));
    }

    @PUT
    @Path("{name}/schedule")
    @Operation(summary = "Change when a batch job runs")
    public BatchJobDto change(
            @PathParam("name") String name, @QueryParam("version") long version, @NotNull @Valid ScheduleDto wanted) {
        return dto(schedules.change(user(), name, wanted.wanted(), version));
    }

    @DELETE
    @Path("{name}/schedule")
    @Operation(summary = "Let a batch job run when it usually does")
    public BatchJobDto reset(@PathParam("name") String name, @QueryParam("version") long version) {
        return dto(schedules.reset(user(), name, version));
    }

    private BatchJobDto dto(JobPlan plan) {
        return BatchJobDto.of(plan, clock.instant());
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
