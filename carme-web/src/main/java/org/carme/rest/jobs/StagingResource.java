package org.carme.rest.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.agents.StagingService;
import org.carme.jobs.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The data of the caller's jobs on their nodes. */
@Path("jobs/{id}/staging")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StagingResource {
    @Inject
    StagingService staging;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary =
                    "How far the data of one of my active jobs are on each of its nodes, and its results on the way back, as far as that was said")
    public List<StagingDto> get(@PathParam("id") long id) {
        return staging.of(security.getUserPrincipal().getName(), new JobId(id)).stream()
                .map(StagingDto::of)
                .toList();
    }
}
