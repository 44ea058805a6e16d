package org.carme.rest.users;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.carme.users.TokenService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The caller's tokens; making one takes the password (HTTP Basic). */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    @Inject
    TokenService tokens;

    @Context
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a token; it is shown in this answer only")
    @SecurityRequirement(name = "password")
    @APIResponseSchema(value = TokenDto.class, responseCode = "201")
    @APIResponse(responseCode = "403", ref = "closed")
    @APIResponse(responseCode = "429", ref = "throttled")
    public Response create(@NotNull @Valid NewTokenDto wanted) {
        TokenDto token = TokenDto.of(tokens.create(user(), wanted.wanted()));
        return Response.created(UriBuilder.fromResource(TokensResource.class)
                        .path("{id}")
                        .build(token.id()))
                .entity(token)
                .build();
    }

    @GET
    @Operation(summary = "List my tokens")
    public List<TokenDto> list() {
        return tokens.list(user()).stream().map(TokenDto::of).toList();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke one of my tokens")
    public void revoke(@PathParam("id") long id) {
        tokens.revoke(user(), id);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
