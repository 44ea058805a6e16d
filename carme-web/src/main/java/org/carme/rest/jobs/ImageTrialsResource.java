package org.carme.rest.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.carme.images.ImageReference;
import org.carme.jobs.ImageTrials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Images that are run once. */
@Path("images/{name}/versions/{version}/trials")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImageTrialsResource {
    @Inject
    ImageTrials trials;

    @Inject
    JobDtos dtos;

    @Context
    SecurityContext security;

    @POST
    @Operation(summary = "Run a version once: the smallest job with it, for half an hour at most")
    @APIResponseSchema(
            value = JobDto.class,
            responseCode = "201",
            responseDescription = "Accepted; it is sent to the scheduler in the background")
    public Response start(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @HeaderParam("Idempotency-Key") String key) {
        String user = security.getUserPrincipal().getName();
        ImageReference image = new ImageReference(name, Optional.of(version));
        JobDto job = dtos.of(user, trials.start(user, image, Optional.ofNullable(key)));
        return Response.created(
                        UriBuilder.fromResource(JobsResource.class).path("{id}").build(job.id()))
                .entity(job)
                .build();
    }
}
