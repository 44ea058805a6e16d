package org.carme.rest.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.images.ImageCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The images that one may use; image managers see all. */
@Path("images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImagesResource {
    @Inject
    ImageCatalogue images;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The images that I may use, by name; for image managers: all")
    public ImageListDto list(@BeanParam ImageFilter filter) {
        return ImageListDto.of(images.list(user(), filter.query()));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One image with its versions")
    public ImageDetailsDto get(@PathParam("name") String name) {
        return ImageDetailsDto.of(images.get(user(), name));
    }

    @GET
    @Path("{name}/versions/{version}")
    @Operation(summary = "One version of an image")
    public VersionDetailsDto version(@PathParam("name") String name, @PathParam("version") String version) {
        return VersionDetailsDto.of(images.version(user(), name, version));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
