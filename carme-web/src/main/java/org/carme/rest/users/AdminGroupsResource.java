package org.carme.rest.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.people.Groups;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Groups that Carme uses, for administrators. */
@Path("admin/groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminGroupsResource {
    @Inject
    Groups groups;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The groups that configuration, templates or limits name")
    public List<GroupDto> list() {
        return groups.list(security.getUserPrincipal().getName()).stream()
                .map(GroupDto::of)
                .toList();
    }
}
