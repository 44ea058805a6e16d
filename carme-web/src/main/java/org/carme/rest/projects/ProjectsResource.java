package org.carme.rest.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.carme.idle.IdleJobs;
import org.carme.projects.ProjectService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The caller's projects. */
@Path("projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectsResource {
    @Inject
    ProjectService projects;

    @Inject
    IdleJobs idle;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "All projects to which I belong, was invited, or have asked to belong")
    public List<ProjectDto> list() {
        return projects.mine(user()).stream().map(ProjectDto::of).toList();
    }

    @POST
    @Operation(summary = "Ask for a project")
    @APIResponseSchema(value = ProjectDetailsDto.class, responseCode = "201")
    public Response request(@NotNull @Valid ProjectRequestDto wanted) {
        String slug = projects.request(user(), wanted.text(), wanted.wanted());
        return Response.created(UriBuilder.fromResource(ProjectsResource.class)
                        .path("{slug}")
                        .build(slug))
                .entity(get(slug))
                .build();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One of my projects")
    public ProjectDetailsDto get(@PathParam("slug") String slug) {
        return ProjectDetailsDto.of(projects.get(user(), slug), idle.rule(slug));
    }

    @PUT
    @Path("{slug}")
    @Operation(summary = "Change name and description")
    public ProjectDetailsDto change(
            @PathParam("slug") String slug,
            @QueryParam("version") long version,
            @NotNull @Valid ProjectTextDto wanted) {
        projects.describe(user(), slug, wanted.text(), version);
        return get(slug);
    }

    @POST
    @Path("{slug}/request")
    @Operation(summary = "Ask again for a project that was refused")
    @APIResponse(responseCode = "204", description = "Done")
    public void requestAgain(@PathParam("slug") String slug) {
        projects.requestAgain(user(), slug);
    }

    @POST
    @Path("{slug}/renewal-request")
    @Operation(summary = "Ask for more time")
    @APIResponse(responseCode = "204", description = "Done")
    public void askRenewal(@PathParam("slug") String slug) {
        projects.askRenewal(user(), slug);
    }

    @POST
    @Path("{slug}/archive")
    @Operation(summary = "Archive a project of mine: nothing can be started by it any more, what runs goes on")
    @APIResponse(responseCode = "204", description = "Done")
    public void archive(@PathParam("slug") String slug) {
        projects.archive(user(), slug);
    }

    @PUT
    @Path("{slug}/owner")
    @Operation(summary = "Hand a project of mine over to a member; I become a manager")
    @APIResponse(responseCode = "204", description = "Done")
    public void handOver(@PathParam("slug") String slug, @NotNull @Valid PersonDto owner) {
        projects.handOver(user(), slug, owner.user());
    }

    @GET
    @Path("{slug}/use")
    @Operation(
            summary = "What the members have started by a project, for those who may see it: by default who manages it")
    public List<ProjectUseDto> use(@PathParam("slug") String slug) {
        return projects.use(user(), slug).stream().map(ProjectUseDto::of).toList();
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
