package org.carme.rest.quotas;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;
import org.carme.quotas.QuotaService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Limits, for administrators. */
@Path("admin/quotas")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminQuotasResource {
    @Inject
    QuotaService quotas;

    @Inject
    AcceleratorTypes types;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "List all limits")
    public List<QuotaDto> list() {
        DescribedTypes described = types.described();
        return quotas.all(user()).stream()
                .map(quota -> QuotaDto.of(quota, described))
                .toList();
    }

    @GET
    @Path("users/{name}")
    @Operation(summary = "How the limits of somebody stand, as he sees them")
    public List<QuotaStateDto> of(@PathParam("name") String name) {
        DescribedTypes described = types.described();
        return quotas.of(user(), name).stream()
                .map(state -> QuotaStateDto.of(state, described))
                .toList();
    }

    @POST
    @Operation(summary = "Add a limit")
    @APIResponseSchema(value = QuotaDto.class, responseCode = "201")
    public Response create(@NotNull @Valid QuotaRuleDto wanted) {
        QuotaDto made = QuotaDto.of(quotas.create(user(), wanted.rule()), types.described());
        return Response.created(UriBuilder.fromResource(AdminQuotasResource.class)
                        .path("{id}")
                        .build(made.id()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change how much a limit allows; whom and what it limits stays")
    public QuotaDto change(
            @PathParam("id") long id, @QueryParam("version") long version, @NotNull @Valid QuotaRuleDto wanted) {
        return QuotaDto.of(
                quotas.change(user(), id, wanted.limit(), wanted.rule().carryOver(), version), types.described());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a limit")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") long id) {
        quotas.delete(user(), id);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
