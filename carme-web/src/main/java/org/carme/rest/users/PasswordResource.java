package org.carme.rest.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.carme.users.PasswordService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's password. */
@Path("me/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    @Inject
    PasswordService passwords;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change my password; ends all my portal sessions, my API tokens stay")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "403", ref = "closed")
    @APIResponse(responseCode = "429", ref = "throttled")
    public void change(@NotNull @Valid PasswordDto wanted) {
        passwords.change(
                security.getUserPrincipal().getName(),
                wanted.present(),
                wanted.next(),
                Optional.empty(),
                request.getRemoteAddr());
    }
}
