package org.carme.rest.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.messages.MessageService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's messages. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {
    @Inject
    MessageService messages;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "My messages, newest first")
    public NotificationsDto list(
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit) {
        return NotificationsDto.of(messages.unread(user()), messages.recent(user(), limit));
    }

    @POST
    @Path("read")
    @Operation(summary = "Mark all my messages as read")
    @APIResponse(responseCode = "204", description = "Done")
    public void markAllRead() {
        messages.markAllRead(user());
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
