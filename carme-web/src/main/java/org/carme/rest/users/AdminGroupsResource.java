package org.carme.rest.users;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.people.Groups;
import org.carme.people.RenamedGroups;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Groups that Carme uses, for administrators. */
@Path("admin/groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminGroupsResource {
    @Inject
    Groups groups;

    @Inject
    RenamedGroups renamed;

    @Context
    SecurityContext security;

    @PUT
    @Path("{name}/name")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow the directory, which has renamed a group: in templates, limits and jobs")
    @APIResponse(responseCode = "204", description = "All of it has the new name")
    public void rename(@PathParam("name") String name, @NotNull @Valid GroupNameDto next) {
        renamed.follow(security.getUserPrincipal().getName(), name, next.name());
    }

    @GET
    @Operation(summary = "The groups that configuration, templates or limits name")
    public List<GroupDto> list() {
        return groups.list(security.getUserPrincipal().getName()).stream()
                .map(GroupDto::of)
                .toList();
    }
}
