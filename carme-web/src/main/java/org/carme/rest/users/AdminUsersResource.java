package org.carme.rest.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.carme.people.Kept;
import org.carme.people.People;
import org.carme.people.PeopleAdministration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Users, for administrators. */
@Path("admin/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminUsersResource {
    @Inject
    People people;

    @Inject
    PeopleAdministration administration;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "People of the directory, and those who have left it, by name")
    @APIResponseSchema(UserListDto.class)
    public UserListDto list(
            @BeanParam UserFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        return UserListDto.of(people.list(admin(), filter.query(), limit, Optional.ofNullable(cursor)));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "Somebody: account, sessions, tokens, and how much is kept about him")
    @APIResponseSchema(UserDto.class)
    public UserDto get(@PathParam("name") String name) {
        return UserDto.of(people.get(admin(), name));
    }

    @DELETE
    @Path("{name}/sessions")
    @Operation(summary = "End all sessions of somebody, who is told")
    @APIResponse(responseCode = "204", description = "Done")
    public void endSessions(@PathParam("name") String name) {
        administration.endSessions(admin(), name);
    }

    @DELETE
    @Path("{name}/tokens")
    @Operation(summary = "Revoke all tokens of somebody, who is told")
    @APIResponse(responseCode = "204", description = "Done")
    public void revokeTokens(@PathParam("name") String name) {
        administration.revokeTokens(admin(), name);
    }

    @DELETE
    @Path("{name}/tokens/{id}")
    @Operation(summary = "Revoke a token of somebody, who is told")
    @APIResponse(responseCode = "204", description = "Done")
    public void revokeToken(@PathParam("name") String name, @PathParam("id") long id) {
        administration.revokeToken(admin(), name, id);
    }

    @POST
    @Path("{name}/anonymisation")
    @Operation(summary = "Put a pseudonym in the place of the name of somebody who has left; there is no way back")
    @APIResponseSchema(AnonymisationDto.class)
    @APIResponse(responseCode = "409", ref = "conflict")
    public AnonymisationDto anonymise(
            @PathParam("name") String name,
            @QueryParam("dryRun") @DefaultValue("true") @Schema(description = "Only tell what would change")
                    boolean dryRun) {
        List<Kept> about = administration.wouldAnonymise(admin(), name);
        if (!dryRun) {
            administration.anonymise(admin(), name);
        }
        return AnonymisationDto.of(!dryRun, about);
    }

    private String admin() {
        return security.getUserPrincipal().getName();
    }
}
