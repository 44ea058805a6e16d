package org.carme.rest.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.inventory.InventoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Nodes that have vanished from Slurm, for administrators. */
@Path("admin/gone-nodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminGoneNodesResource {
    @Inject
    InventoryService inventory;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Nodes that Slurm no longer knows and nobody has dismissed")
    public List<GoneNodeDto> list() {
        return inventory.goneNodes(user()).stream().map(GoneNodeDto::of).toList();
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Dismiss a node that is gone on purpose")
    @APIResponse(responseCode = "204", description = "Done")
    public void dismiss(@PathParam("name") String name) {
        inventory.dismiss(user(), name);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
