package org.carme.rest.packages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.carme.packages.PackageService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says what is inside one version of an image; for image managers. */
@Path("admin/images/{name}/versions/{tag}/contents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminContentsResource {
    @Inject
    PackageService packages;

    @Context
    SecurityContext security;

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, ContentsResource.CYCLONE_DX})
    @Operation(summary = "Say what is inside, in the place of what was said before")
    public ContentsDto take(
            @PathParam("name") String name,
            @PathParam("tag") String tag,
            @Schema(description = "CycloneDX 1.2 or later as JSON, at most 16 MiB", implementation = Object.class)
                    InputStream document)
            throws IOException {
        return ContentsDto.of(packages.take(security.getUserPrincipal().getName(), name, tag, document));
    }
}
