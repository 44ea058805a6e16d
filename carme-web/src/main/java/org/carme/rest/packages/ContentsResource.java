package org.carme.rest.packages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.carme.packages.PackageService;
import org.carme.rest.bodies.Required;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What is inside one version of an image. */
@Path("images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContentsResource {
    static final String CYCLONE_DX = "application/vnd.cyclonedx+json";

    @Inject
    PackageService packages;

    @PathParam("name")
    String name;

    @PathParam("tag")
    String tag;

    @Context
    SecurityContext security;

    @GET
    @Path("{name}/versions/{tag}/contents")
    @Operation(summary = "When somebody has said what is inside, and how much it is")
    @APIResponseSchema(value = ContentsDto.class, responseDescription = "What is known")
    @APIResponse(responseCode = "204", description = "Nobody has said it")
    public Response contents() {
        return packages.contents(user(), name, tag)
                .map(ContentsDto::of)
                .map(Response::ok)
                .orElseGet(Response::noContent)
                .build();
    }

    @GET
    @Path("{name}/versions/{tag}/contents/document")
    @Produces({CYCLONE_DX, MediaType.APPLICATION_JSON})
    @Operation(summary = "The CycloneDX document as it was sent")
    @APIResponse(responseCode = "200", description = "CycloneDX as JSON")
    public Response document() {
        return Response.ok(packages.document(user(), name, tag)).build();
    }

    @GET
    @Path("{name}/versions/{tag}/packages")
    @Operation(summary = "Packages in the order of names, 50 at a time")
    public PackagesDto inside(
            @QueryParam("search") @DefaultValue("") @Schema(description = "Part of the name") String search,
            @QueryParam("cursor") String cursor) {
        return PackagesDto.of(packages.inside(user(), name, tag, search, Optional.ofNullable(cursor)));
    }

    @GET
    @Path("{name}/versions/{tag}/packages/changes")
    @Operation(summary = "How the packages differ from those of another version")
    public List<PackageChangeDto> changes(
            @QueryParam("since") @Parameter(required = true, description = "The other version") String since) {
        return packages.compare(user(), name, Required.value("since", since), tag).stream()
                .map(PackageChangeDto::of)
                .toList();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
