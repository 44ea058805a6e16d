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
import org.carme.agents.JobNodes;
import org.carme.jobs.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The nodes of the caller's jobs. */
@Path("jobs/{id}/nodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobNodesResource {
    @Inject
    JobNodes nodes;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary =
                    "The nodes of one of my jobs on which it has begun, and whether they are heard; none once it has ended")
    public List<JobNodeDto> get(@PathParam("id") long id) {
        return nodes.of(security.getUserPrincipal().getName(), new JobId(id)).stream()
                .map(JobNodeDto::of)
                .toList();
    }
}
