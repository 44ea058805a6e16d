package org.carme.rest.presets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.presets.PresetService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's presets. */
@Path("presets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PresetsResource {
    @Inject
    PresetService presets;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "My presets, by title")
    public List<PresetDto> list() {
        return presets.of(user()).stream().map(PresetDto::of).toList();
    }

    @PUT
    @Path("{title}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep a preset, in the place of one of the same title")
    @APIResponse(responseCode = "204", description = "Kept")
    public void save(@PathParam("title") String title, @NotNull @Valid PresetDto preset) {
        presets.save(user(), preset.preset(title));
    }

    @DELETE
    @Path("{title}")
    @Operation(summary = "Remove a preset; one that is not there is nothing to do")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("title") String title) {
        presets.remove(user(), title);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
