package org.carme.rest.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageAdministration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The catalogue, for image managers and administrators. */
@Path("admin/images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminImagesResource {
    @Inject
    ImageAdministration images;

    @Context
    SecurityContext security;

    @POST
    @Operation(summary = "Add an image, without versions yet")
    @APIResponseSchema(value = ImageDetailsDto.class, responseCode = "201")
    public Response create(@NotNull @Valid ImageProfileDto wanted) {
        ImageDetailsDto made = ImageDetailsDto.of(images.create(user(), wanted.profile()));
        return Response.created(UriBuilder.fromResource(ImagesResource.class)
                        .path("{name}")
                        .build(wanted.name()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Change what is said about an image, and who may use it")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "409", ref = "conflict")
    public ImageDetailsDto change(
            @PathParam("name") String name,
            @QueryParam("revision") long revision,
            @NotNull @Valid ImageProfileDto wanted) {
        requireSame("name", name, wanted.name());
        return ImageDetailsDto.of(images.change(user(), wanted.profile(), revision));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Delete an image with its versions, if no job was ever started with it")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "conflict")
    public void delete(@PathParam("name") String name, @QueryParam("revision") long revision) {
        images.delete(user(), name, revision);
    }

    @POST
    @Path("{name}/versions")
    @Operation(summary = "Add a version as a draft")
    @APIResponseSchema(value = VersionDetailsDto.class, responseCode = "201")
    public Response addVersion(@PathParam("name") String name, @NotNull @Valid VersionSpecDto wanted) {
        VersionDetailsDto made = VersionDetailsDto.of(images.addVersion(user(), name, wanted.spec()));
        return Response.created(UriBuilder.fromResource(ImagesResource.class)
                        .path("{name}/versions/{version}")
                        .build(name, wanted.version()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{name}/versions/{version}")
    @Operation(summary = "Change a draft, or what is no part of another version's content")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "409", ref = "conflict")
    public VersionDetailsDto changeVersion(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @QueryParam("revision") long revision,
            @NotNull @Valid VersionSpecDto wanted) {
        requireSame("version", version, wanted.version());
        return VersionDetailsDto.of(images.changeVersion(user(), name, wanted.spec(), revision));
    }

    @PUT
    @Path("{name}/versions/{version}/state")
    @Operation(summary = "Approve, deprecate, disable or enable a version; what runs goes on")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "409", ref = "conflict")
    public VersionDetailsDto move(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @QueryParam("revision") long revision,
            @NotNull @Valid StateDto wanted) {
        return VersionDetailsDto.of(images.move(user(), name, version, wanted.wanted(), revision));
    }

    @DELETE
    @Path("{name}/versions/{version}")
    @Operation(summary = "Delete a version with which no job was ever started")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "conflict")
    public void deleteVersion(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @QueryParam("revision") long revision) {
        images.deleteVersion(user(), name, version, revision);
    }

    private static void requireSame(String field, String inAddress, String inBody) {
        if (!inAddress.equals(inBody)) {
            throw InvalidRequestException.naming(field, "invalid-request.field");
        }
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
