package org.carme.rest.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.messages.Kind;
import org.carme.messages.MessageQuery;
import org.carme.messages.MessageService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    @Operation(summary = "My messages that match, newest first, in parts")
    public NotificationsDto list(
            @QueryParam("unread") @DefaultValue("false") @Parameter(description = "Only those that are unread")
                    boolean unread,
            @QueryParam("severity") @Schema(enumeration = {"info", "success", "warning", "error"}) String severity,
            @QueryParam("limit") @DefaultValue("50") @Schema(description = "Brought into 1 to 200") int limit,
            @QueryParam("cursor") @Schema(description = "next of the part before") String cursor) {
        MessageQuery query =
                new MessageQuery(unread, Optional.ofNullable(severity).map(NotificationsResource::kind));
        return NotificationsDto.of(
                messages.unread(user()), messages.page(user(), query, limit, Optional.ofNullable(cursor)));
    }

    @POST
    @Path("{id}/read")
    @Operation(summary = "Mark a message as read; one that is not there is nothing to do")
    @APIResponse(responseCode = "204", description = "Done")
    public void markRead(@PathParam("id") long id) {
        messages.markRead(user(), List.of(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a message; one that is not there is nothing to do")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") long id) {
        messages.remove(user(), List.of(id));
    }

    @POST
    @Path("read")
    @Operation(summary = "Mark all my messages as read")
    @APIResponse(responseCode = "204", description = "Done")
    public void markAllRead() {
        messages.markAllRead(user());
    }

    private static Kind kind(String severity) {
        return Stream.of(Kind.values())
                .filter(kind -> NotificationsDto.word(kind).equals(severity))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request.field", "severity"));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
