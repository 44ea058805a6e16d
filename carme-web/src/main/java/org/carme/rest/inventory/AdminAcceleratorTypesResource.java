package org.carme.rest.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.inventory.InventoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How accelerator types are called and shown, for administrators. */
@Path("admin/accelerator-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminAcceleratorTypesResource {
    @Inject
    InventoryService inventory;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The types that the cluster has, and those that somebody has described")
    public List<AcceleratorTypeDto> list() {
        return inventory.types(user()).stream().map(AcceleratorTypeDto::of).toList();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Say how a type is called and shown")
    public AcceleratorTypeDto describe(
            @PathParam("name") String name,
            @QueryParam("version") long version,
            @NotNull @Valid AcceleratorTypeDto wanted) {
        return AcceleratorTypeDto.of(inventory.describe(user(), wanted.type(name, version)));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
