package org.carme.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The description of this API as the build made it. */
@Path("openapi")
@RequestScoped
public class OpenApiResource {
    private static final String YAML = "application/yaml";

    @GET
    @Produces(YAML)
    @Operation(summary = "This description")
    @APIResponse(responseCode = "200", content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
    public InputStream get() {
        return OpenApiResource.class.getResourceAsStream("openapi.yaml");
    }
}
