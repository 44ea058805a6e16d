package org.carme.rest.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.advisories.AdvisoryChecks;
import org.carme.advisories.AdvisoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Checks of what is inside images; for image managers. */
@Path("admin/advisories/check")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminAdvisoriesResource {
    @Inject
    AdvisoryChecks checks;

    @Inject
    AdvisoryService advisories;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "How the last check went, or goes")
    public AdvisoryStatusDto status() {
        return AdvisoryStatusDto.of(
                advisories.status(security.getUserPrincipal().getName()));
    }

    @POST
    @Operation(summary = "Check all images; while a check runs, once more after it")
    @APIResponse(responseCode = "202", description = "It will be done")
    public Response check() {
        checks.request(security.getUserPrincipal().getName());
        return Response.accepted().build();
    }
}
