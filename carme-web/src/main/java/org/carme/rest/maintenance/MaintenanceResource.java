package org.carme.rest.maintenance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.maintenance.MaintenanceNotice;
import org.carme.users.DirectoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the banner of the pages says. */
@Path("maintenance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MaintenanceResource {
    @Inject
    MaintenanceNotice notice;

    @Inject
    DirectoryService directory;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The maintenance that is on or begins within a day, and whether it concerns me")
    public MaintenanceDto get() {
        String user = security.getUserPrincipal().getName();
        boolean mayStart = !notice.keepsFromStarting(directory.person(user));
        return MaintenanceDto.of(notice.announced(), notice.active().isPresent(), mayStart);
    }
}
