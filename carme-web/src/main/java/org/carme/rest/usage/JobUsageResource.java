package org.carme.rest.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.jobs.JobId;
import org.carme.usage.UsageService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the caller's jobs use, and where the site wants that, jobs of projects that he manages. */
@Path("jobs/{id}/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobUsageResource {
    @Inject
    UsageService usage;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "What one of my jobs, or of projects that I manage, uses per node and GPU")
    public JobUsageDto get(@PathParam("id") long id, @BeanParam UsageFrom from) {
        return JobUsageDto.of(usage.samples(security.getUserPrincipal().getName(), new JobId(id), from.time()));
    }
}
