package org.carme.rest.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.projects.MemberEvent;
import org.carme.projects.ProjectService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Who belongs to the caller's projects, and how he comes to belong to one. */
@Path("projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectMembersResource {
    @Inject
    ProjectService projects;

    @Context
    SecurityContext security;

    /** All that a link tells. */
    @Schema(name = "LinkedProject")
    public record LinkedProjectDto(String name) {}

    @GET
    @Path("links/{key}")
    @Operation(summary = "The name of the project whose link this is")
    public LinkedProjectDto linked(@PathParam("key") String key) {
        return new LinkedProjectDto(projects.nameByLink(key));
    }

    @POST
    @Path("links/{key}")
    @Operation(summary = "Ask to join the project whose link this is")
    @APIResponse(responseCode = "204", description = "Done")
    public void request(@PathParam("key") String key) {
        projects.requestByLink(user(), key);
    }

    @POST
    @Path("{slug}/members")
    @Operation(summary = "Invite somebody")
    @APIResponse(responseCode = "204", description = "Done")
    public void invite(@PathParam("slug") String slug, @NotNull @Valid PersonDto person) {
        projects.invite(user(), slug, person.user());
    }

    @POST
    @Path("{slug}/members/{user}/{action}")
    @Operation(summary = "Answer an invitation or a request, or change what a member may do")
    @APIResponse(responseCode = "204", description = "Done")
    public void change(
            @PathParam("slug") String slug,
            @PathParam("user") String member,
            @PathParam("action") @Schema(enumeration = {"accept", "decline", "approve", "promote", "demote"})
                    String action) {
        projects.change(user(), slug, member, MemberAction.event(action));
    }

    @DELETE
    @Path("{slug}/members/{user}")
    @Operation(summary = "Leave a project, or remove somebody from it; what he runs goes on")
    @APIResponse(responseCode = "204", description = "Done")
    public void remove(@PathParam("slug") String slug, @PathParam("user") String member) {
        projects.change(user(), slug, member, member.equals(user()) ? MemberEvent.LEAVE : MemberEvent.REMOVE);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
