package org.carme.rest.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.idle.IdleJobs;
import org.carme.projects.Classification;
import org.carme.projects.MemberEvent;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectFilter;
import org.carme.projects.ProjectOrder;
import org.carme.projects.ProjectQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everybody's projects, for administrators. */
@Path("admin/projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminProjectsResource {
    @Inject
    ProjectAdministration projects;

    @Inject
    IdleJobs idle;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Everybody's projects")
    public AdminProjectListDto list(
            @QueryParam("state")
                    @Schema(
                            enumeration = {"requested", "active", "expired", "renewal", "members", "archived", "refused"
                            },
                            description = "renewal: more time was asked for; members: some wait for an administrator")
                    String state,
            @QueryParam("text") @Schema(description = "Part of a name, a slug or an owner's name") String text,
            @QueryParam("sort")
                    @DefaultValue("newest")
                    @Schema(
                            enumeration = {"newest", "name", "owner", "end"},
                            description = "end: what ends soonest first")
                    String sort,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        ProjectQuery query = new ProjectQuery(
                Optional.ofNullable(state).map(word -> one("state", word, ProjectFilter.values())),
                Optional.ofNullable(text),
                one("sort", sort, ProjectOrder.values()));
        return AdminProjectListDto.of(projects.list(user(), query, limit, Optional.ofNullable(cursor)));
    }

    private static <E extends Enum<E>> E one(String field, String word, E[] values) {
        return Stream.of(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request.field", field));
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "Somebody's project")
    public ProjectDetailsDto get(@PathParam("slug") String slug) {
        return ProjectDetailsDto.of(projects.get(user(), slug), idle.rule(slug));
    }

    @POST
    @Path("{slug}/approval")
    @Operation(summary = "Approve a project that was asked for")
    public ProjectDetailsDto approve(@PathParam("slug") String slug, @NotNull @Valid GrantDto grant) {
        projects.approve(user(), slug, Optional.ofNullable(grant.expiresAt()), grant.templates());
        return get(slug);
    }

    @POST
    @Path("{slug}/refusal")
    @Operation(summary = "Refuse a project that was asked for")
    public ProjectDetailsDto refuse(@PathParam("slug") String slug, @NotNull @Valid RefusalDto refusal) {
        projects.refuse(user(), slug, refusal.reason());
        return get(slug);
    }

    @PUT
    @Path("{slug}/expiry")
    @Operation(summary = "Renew a project, or end it sooner")
    public ProjectDetailsDto renew(@PathParam("slug") String slug, @NotNull @Valid ExpiryDto expiry) {
        projects.renew(user(), slug, Optional.ofNullable(expiry.expiresAt()));
        return get(slug);
    }

    @PUT
    @Path("{slug}/templates")
    @Operation(summary = "Change which templates a project gives; what runs goes on")
    public ProjectDetailsDto assign(
            @PathParam("slug") String slug, @QueryParam("version") long version, @NotNull @Valid TemplatesDto given) {
        projects.assign(user(), slug, given.templates(), version);
        return get(slug);
    }

    @PUT
    @Path("{slug}/classification")
    @Operation(summary = "Change how confidential a project's data are; what runs goes on as it is")
    public ProjectDetailsDto classify(
            @PathParam("slug") String slug,
            @QueryParam("version") long version,
            @NotNull @Valid ClassificationDto wanted) {
        projects.classify(user(), slug, Classification.of(wanted.classification()), version);
        return get(slug);
    }

    @POST
    @Path("{slug}/archive")
    @Operation(summary = "Archive a project: nothing can be started by it any more, what runs goes on")
    public ProjectDetailsDto archive(@PathParam("slug") String slug) {
        projects.archive(user(), slug);
        return get(slug);
    }

    @DELETE
    @Path("{slug}/archive")
    @Operation(summary = "Take a project out of the archive")
    public ProjectDetailsDto unarchive(@PathParam("slug") String slug) {
        projects.unarchive(user(), slug);
        return get(slug);
    }

    @PUT
    @Path("{slug}/owner")
    @Operation(summary = "Hand a project over to anybody; who owned it becomes a manager")
    public ProjectDetailsDto handOver(@PathParam("slug") String slug, @NotNull @Valid PersonDto owner) {
        projects.handOver(user(), slug, owner.user());
        return get(slug);
    }

    @POST
    @Path("{slug}/members/{user}/{action}")
    @Operation(summary = "Answer for the administrators, or change what a member may do")
    public ProjectDetailsDto change(
            @PathParam("slug") String slug,
            @PathParam("user") String member,
            @PathParam("action") @Schema(enumeration = {"decline", "approve", "promote", "demote"}) String action) {
        projects.change(user(), slug, member, MemberAction.event(action));
        return get(slug);
    }

    @DELETE
    @Path("{slug}/members/{user}")
    @Operation(summary = "Remove somebody from a project; what he runs goes on")
    public ProjectDetailsDto remove(@PathParam("slug") String slug, @PathParam("user") String member) {
        projects.change(user(), slug, member, MemberEvent.REMOVE);
        return get(slug);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
