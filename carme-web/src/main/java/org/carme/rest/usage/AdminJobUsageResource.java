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

/** What anybody's jobs use, for administrators. */
@Path("admin/jobs/{id}/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminJobUsageResource {
    @Inject
    UsageService usage;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "What somebody's job uses or has used, per node and GPU, in parts")
    public JobUsageDto get(@PathParam("id") long id, @BeanParam UsageFrom from) {
        String admin = security.getUserPrincipal().getName();
        return JobUsageDto.of(usage.anybodysSamples(admin, new JobId(id), from.time()));
    }
}
