package org.carme.rest.configuration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.carme.configuration.ConfigurationFile;
import org.carme.configuration.ConfigurationService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Templates, projects and limits as one YAML file, for administrators. */
@Path("admin/configuration")
@RequestScoped
public class AdminConfigurationResource {
    private static final String YAML = "application/yaml";

    @Inject
    ConfigurationService configuration;

    @Context
    SecurityContext security;

    @GET
    @Produces(YAML)
    @Operation(summary = "The configuration as a file that can be applied again")
    @APIResponse(
            responseCode = "200",
            description = "YAML",
            content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
    public String export() {
        return configuration.export(admin());
    }

    @POST
    @Consumes({YAML, "text/yaml", MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make the configuration what a file says, all of it or nothing; or tell what that would change")
    @RequestBody(content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
    @APIResponseSchema(ConfigurationPlanDto.class)
    @APIResponse(responseCode = "409", ref = "conflict")
    public ConfigurationPlanDto apply(
            @QueryParam("dryRun") @DefaultValue("true") @Schema(description = "Only tell what would change")
                    boolean dryRun,
            @QueryParam("state")
                    @Schema(description = "The state that a dry run has told: refused if it is another now")
                    String state,
            InputStream file)
            throws IOException {
        String text = ConfigurationFile.text(file);
        return ConfigurationPlanDto.of(
                dryRun
                        ? configuration.compare(admin(), text)
                        : configuration.apply(admin(), text, Optional.ofNullable(state)));
    }

    private String admin() {
        return security.getUserPrincipal().getName();
    }
}
