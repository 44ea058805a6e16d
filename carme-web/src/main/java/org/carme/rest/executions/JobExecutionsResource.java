package org.carme.rest.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.executions.ExecutionService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Executions of one batch job, to be begun. */
@Path("admin/batch/jobs/{name}/executions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JobExecutionsResource {
    @Inject
    ExecutionService executions;

    @Context
    SecurityContext security;

    @POST
    @Operation(summary = "Run a batch job now, unless it runs")
    @APIResponse(responseCode = "409", ref = "conflict")
    @APIResponseSchema(value = ExecutionDetailsDto.class, responseCode = "201")
    public Response run(@PathParam("name") String name, @NotNull @Valid RunDto wish) {
        String admin = security.getUserPrincipal().getName();
        return ExecutionsResource.begun(executions.get(admin, executions.run(admin, name, wish.given())));
    }
}
