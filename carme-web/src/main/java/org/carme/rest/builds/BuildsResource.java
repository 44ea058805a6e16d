package org.carme.rest.builds;

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
import java.util.Optional;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildService;
import org.carme.builds.BuildSummary;
import org.carme.common.InvalidRequestException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Images that the caller has made. */
@Path("builds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BuildsResource {
    @Inject
    BuildService builds;

    @Context
    SecurityContext security;

    @POST
    @Operation(summary = "Have a version of an image made, by a job of mine")
    @APIResponseSchema(value = BuildDetailsDto.class, responseCode = "201")
    public Response start(
            @NotNull @Valid BuildWishDto wanted,
            @HeaderParam("Idempotency-Key")
                    @Schema(
                            pattern = "^[!-~]{0,128}$",
                            description = "A repetition with the same key makes no second build")
                    String key) {
        return made(builds.start(user(), wanted.request(Optional.ofNullable(key))));
    }

    @GET
    @Operation(summary = "Builds: mine, newest first; for image managers also all, or those that wait for approval")
    public BuildListDto list(
            @QueryParam("of") @DefaultValue("own") @Schema(enumeration = {"own", "all", "offered"}) String which) {
        return BuildListDto.of(
                switch (which) {
                    case "own" -> builds.own(user());
                    case "all" -> builds.all(user());
                    case "offered" -> builds.offered(user());
                    default -> throw InvalidRequestException.naming("of", "invalid-request.field");
                });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One build with its steps; for image managers also one of others")
    public BuildDetailsDto get(@PathParam("id") long id) {
        return BuildDetailsDto.of(builds.get(user(), id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stop one of my builds")
    @APIResponse(responseCode = "202", description = "It ends shortly")
    public Response cancel(@PathParam("id") long id) {
        builds.cancel(user(), id);
        return Response.accepted().build();
    }

    @POST
    @Path("{id}/offer")
    @Operation(summary = "Ask image managers to approve the version that one of my builds has made")
    @APIResponse(responseCode = "409", ref = "conflict")
    @APIResponseSchema(BuildDetailsDto.class)
    public BuildDetailsDto offer(@PathParam("id") long id) {
        return BuildDetailsDto.of(builds.offer(user(), id));
    }

    @POST
    @Path("{id}/copy")
    @Operation(summary = "Make a version of what a sandbox of mine has become, once it was stopped")
    @APIResponse(responseCode = "409", ref = "conflict")
    @APIResponseSchema(value = BuildDetailsDto.class, responseCode = "201")
    public Response promote(@PathParam("id") long id, @NotNull @Valid CopyDto wanted) {
        String image = Optional.ofNullable(wanted.image())
                .orElseGet(() -> builds.get(user(), id).summary().image());
        return made(builds.promote(user(), id, image, wanted.version()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget one of my builds that has ended and that no version has its files from")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "conflict")
    public void delete(@PathParam("id") long id) {
        builds.delete(user(), id);
    }

    static Response made(BuildDetails build) {
        BuildSummary summary = build.summary();
        return Response.created(UriBuilder.fromResource(BuildsResource.class)
                        .path("{id}")
                        .build(summary.id()))
                .entity(BuildDetailsDto.of(build))
                .build();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
