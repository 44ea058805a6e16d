package org.carme.rest.delivery;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.carme.delivery.Channel;
import org.carme.delivery.DeliveryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Which of the caller's messages go where. */
@Path("me/message-settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessageSettingsResource {
    @Inject
    DeliveryService delivery;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Which of my messages go out of the portal, and where to")
    public MessageSettingsDto get() {
        return MessageSettingsDto.of(delivery.choice(user()), address(Channel.CHAT), address(Channel.MAIL));
    }

    private Optional<String> address(Channel channel) {
        return delivery.isOffered(channel) ? delivery.address(user(), channel) : Optional.empty();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose which of my messages go out of the portal")
    @APIResponse(responseCode = "204", description = "Kept")
    public void save(@NotNull @Valid MessageSettingsDto settings) {
        delivery.save(user(), settings.choice(), Optional.ofNullable(settings.webhook()));
    }

    @POST
    @Path("test/{channel}")
    @Operation(summary = "Send me a test message now, and say what became of it")
    @APIResponseSchema(TestOutcomeDto.class)
    @APIResponse(responseCode = "429", ref = "throttled")
    public TestOutcomeDto test(@PathParam("channel") @Schema(enumeration = {"mail", "chat"}) String channel) {
        return TestOutcomeDto.of(delivery.test(user(), Channel.of(channel)));
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
