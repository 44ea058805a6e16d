package org.carme.rest.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.inventory.AcceleratorTypes;
import org.carme.templates.StartOptionsService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What the caller may start now. */
@Path("start-options")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StartOptionsResource {
    @Inject
    StartOptionsService options;

    @Inject
    AcceleratorTypes types;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "What I may start now, narrowed to what the cluster has")
    @APIResponseSchema(StartOptionsDto.class)
    public StartOptionsDto get() {
        return StartOptionsDto.of(options.options(security.getUserPrincipal().getName()), types.described());
    }
}
