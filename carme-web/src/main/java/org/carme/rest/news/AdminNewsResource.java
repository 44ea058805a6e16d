package org.carme.rest.news;

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
import java.time.Clock;
import java.util.List;
import org.carme.news.NewsAdministration;
import org.carme.news.NewsItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** News, for administrators. */
@Path("admin/news")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminNewsResource {
    @Inject
    NewsAdministration news;

    @Inject
    Clock clock;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The newest 200 news, past and future ones as well")
    public List<KeptNewsDto> list() {
        return news.all(user()).stream()
                .map(kept -> KeptNewsDto.of(kept.item()))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of the news")
    public KeptNewsDto get(@PathParam("id") long id) {
        return KeptNewsDto.of(news.get(user(), id));
    }

    @POST
    @Operation(summary = "Announce something")
    @APIResponseSchema(value = KeptNewsDto.class, responseCode = "201")
    public Response create(@NotNull @Valid AnnouncementDto wanted) {
        KeptNewsDto made = KeptNewsDto.of(news.create(user(), wanted.announcement(clock.instant())));
        return Response.created(UriBuilder.fromResource(AdminNewsResource.class)
                        .path("{id}")
                        .build(made.id()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change news")
    public KeptNewsDto change(
            @PathParam("id") long id,
            @QueryParam("version") @Schema(description = "The version that the caller has seen") long version,
            @QueryParam("again")
                    @Schema(description = "Whether those who have dismissed or confirmed them see them again")
                    boolean again,
            @NotNull @Valid AnnouncementDto wanted) {
        NewsItem item = new NewsItem(id, wanted.announcement(clock.instant()), version);
        return KeptNewsDto.of(news.change(user(), item, again));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete news")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") long id) {
        news.delete(user(), id);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
