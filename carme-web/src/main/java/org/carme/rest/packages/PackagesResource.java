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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.packages.PackageService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Packages in any image that the caller may see. */
@Path("packages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PackagesResource {
    @Inject
    PackageService packages;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Which packages there are")
    public PackageSearchDto search(
            @QueryParam("name") @DefaultValue("") @Schema(description = "Part of the name, two letters at least")
                    String name,
            @QueryParam("version") @DefaultValue("") @Schema(description = "With what the version begins")
                    String version) {
        return PackageSearchDto.of(packages.search(user(), name, version));
    }

    @GET
    @Path("{id}/images")
    @Operation(summary = "Which images have that package")
    public List<ImageReferenceDto> images(@PathParam("id") long id) {
        return packages.imagesWith(user(), id).images().stream()
                .map(ImageReferenceDto::of)
                .toList();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
