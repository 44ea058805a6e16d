package org.carme.rest.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.joblogs.JobLogService;
import org.carme.jobs.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The logs of the caller's jobs. */
@Path("jobs/{id}/log")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobLogResource {
    @Inject
    JobLogService logs;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The end of the log of one of my jobs, 64 KiB at most, without control characters")
    public JobLogDto get(@PathParam("id") long id) {
        return JobLogDto.of(logs.read(security.getUserPrincipal().getName(), new JobId(id)));
    }
}
