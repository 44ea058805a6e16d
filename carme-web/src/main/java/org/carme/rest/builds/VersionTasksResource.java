package org.carme.rest.builds;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.builds.BuildService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What a job can do with a version that there is. */
@Path("images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VersionTasksResource {
    @Inject
    BuildService builds;

    @PathParam("name")
    String name;

    @PathParam("version")
    String version;

    @Context
    SecurityContext security;

    @POST
    @Path("{name}/versions/{version}/sandbox")
    @Operation(summary = "Start the entry points of a version in a copy of it that can be written to")
    @APIResponseSchema(value = BuildDetailsDto.class, responseCode = "201")
    public Response sandbox() {
        return BuildsResource.made(builds.sandbox(user(), name, version));
    }

    @POST
    @Path("{name}/versions/{version}/inventory")
    @Operation(summary = "Find out what is inside a version, as its owner or an image manager")
    @APIResponseSchema(value = BuildDetailsDto.class, responseCode = "201")
    public Response inventory() {
        return BuildsResource.made(builds.inventory(user(), name, version));
    }

    @POST
    @Path("{name}/versions/{version}/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Copy the files of a version for another one of the same image, or for itself")
    @APIResponseSchema(value = BuildDetailsDto.class, responseCode = "201")
    public Response copy(@NotNull @Valid CopyDto wanted) {
        return BuildsResource.made(builds.copy(user(), name, version, wanted.version()));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
