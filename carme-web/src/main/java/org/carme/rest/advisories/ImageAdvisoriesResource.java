package org.carme.rest.advisories;

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
import java.util.Optional;
import org.carme.advisories.AdvisoryService;
import org.carme.advisories.Severity;
import org.carme.common.InvalidRequestException;
import org.carme.rest.bodies.Required;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Known vulnerabilities of one version of an image. */
@Path("images/{name}/versions/{tag}/advisories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImageAdvisoriesResource {
    @Inject
    AdvisoryService advisories;

    @PathParam("name")
    String name;

    @PathParam("tag")
    String tag;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Advisories about its packages, the worst first, 50 at a time")
    public FindingsDto findings(
            @QueryParam("severity")
                    @DefaultValue("unrated")
                    @Schema(
                            description = "The least",
                            enumeration = {"critical", "high", "medium", "low", "unrated"})
                    String severity,
            @QueryParam("cursor") String cursor) {
        Severity least = Severity.of(severity)
                .orElseThrow(() -> InvalidRequestException.about("severity", "invalid-request.severity"));
        return FindingsDto.of(
                advisories.checkedAt(user(), name, tag),
                advisories.findings(user(), name, tag, least, Optional.ofNullable(cursor)));
    }

    @GET
    @Path("changes")
    @Operation(summary = "Advisories that concern it and not another version, or the other way round")
    public List<AdvisoryChangeDto> changes(
            @QueryParam("since") @Parameter(required = true, description = "The other version") String since) {
        return advisories.compare(user(), name, Required.value("since", since), tag).stream()
                .map(AdvisoryChangeDto::of)
                .toList();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
