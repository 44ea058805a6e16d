package org.carme.rest.canary;

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
import java.util.List;
import org.carme.canary.CanaryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Self-tests: a real job from its start to its end. */
@Path("admin/self-tests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminSelfTestsResource {
    @Inject
    CanaryService canary;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The last thirty self-tests with the time of each stage, newest first")
    public List<SelfTestDto> list() {
        return canary.newest(security.getUserPrincipal().getName()).stream()
                .map(SelfTestDto::of)
                .toList();
    }

    @POST
    @Operation(summary = "Test now, in the background")
    @APIResponse(responseCode = "202", description = "It will be done")
    @APIResponse(responseCode = "409", description = "There is no account for it")
    public Response start() {
        canary.start(security.getUserPrincipal().getName());
        return Response.accepted().build();
    }
}
