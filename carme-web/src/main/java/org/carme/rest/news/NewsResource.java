package org.carme.rest.news;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.news.NewsService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What administrators tell everybody. */
@Path("news")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NewsResource {
    @Inject
    NewsService news;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The news of now: important ones first, then those that began last")
    public List<NewsDto> list() {
        return news.of(user()).stream().map(NewsDto::of).toList();
    }

    @PUT
    @Path("{id}/read")
    @Operation(summary = "Dismiss news, or confirm that I have read them")
    @APIResponse(responseCode = "204", description = "Done")
    public void read(@PathParam("id") long id) {
        news.read(user(), id);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
