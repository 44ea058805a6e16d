package org.carme.rest.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.users.DirectoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The caller. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    DirectoryService directory;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Who I am: groups and roles")
    @APIResponseSchema(MeDto.class)
    public MeDto get() {
        return MeDto.of(directory.person(security.getUserPrincipal().getName()));
    }
}
