package org.carme.rest.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.advisories.AdvisoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where advisories are found, in any image that the caller may see. */
@Path("advisories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdvisoriesResource {
    @Inject
    AdvisoryService advisories;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Which packages and images an advisory concerns, or which advisories a package has")
    public AdvisorySearchDto search(
            @QueryParam("id") @DefaultValue("") @Schema(description = "Of an advisory, such as CVE-2024-3094")
                    String id,
            @QueryParam("package")
                    @DefaultValue("")
                    @Schema(description = "A package's whole name; where no id is given")
                    String software) {
        String user = security.getUserPrincipal().getName();
        return AdvisorySearchDto.of(
                id.isEmpty() && !software.isEmpty() ? advisories.about(user, software) : advisories.named(user, id));
    }
}
