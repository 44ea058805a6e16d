package org.carme.rest.templates;

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
import org.carme.common.InvalidRequestException;
import org.carme.templates.TemplateAdministration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Resource templates, for administrators. */
@Path("admin/templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminTemplatesResource {
    @Inject
    TemplateAdministration templates;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "List the templates, by name")
    public List<TemplateDetailsDto> list() {
        return templates.list(user()).stream().map(TemplateDetailsDto::of).toList();
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One template")
    public TemplateDetailsDto get(@PathParam("name") String name) {
        return TemplateDetailsDto.of(templates.get(user(), name));
    }

    @POST
    @Operation(summary = "Add a template")
    @APIResponseSchema(value = TemplateDetailsDto.class, responseCode = "201")
    public Response create(@NotNull @Valid TemplateDto wanted) {
        TemplateDetailsDto made = TemplateDetailsDto.of(templates.create(user(), wanted.template()));
        return Response.created(UriBuilder.fromResource(AdminTemplatesResource.class)
                        .path("{name}")
                        .build(wanted.name()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Change a template; what runs goes on as it was started")
    public TemplateDetailsDto change(
            @PathParam("name") String name, @QueryParam("version") long version, @NotNull @Valid TemplateDto wanted) {
        if (!wanted.name().equals(name)) {
            throw new InvalidRequestException("invalid-request.field", "name");
        }
        return TemplateDetailsDto.of(templates.change(user(), wanted.template(), version));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Delete a template that nothing uses")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("name") String name, @QueryParam("version") long version) {
        templates.delete(user(), name, version);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
