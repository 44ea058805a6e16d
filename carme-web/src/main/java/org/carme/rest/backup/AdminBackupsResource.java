package org.carme.rest.backup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.backup.BackupService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Backups of the database, on the machine of the instance that answers. */
@Path("admin/backups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminBackupsResource {
    @Inject
    BackupService backups;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Backups that were found good, newest first")
    @APIResponse(responseCode = "200", description = "What is in the folder of the instance that answers")
    public List<BackupDto> list() {
        return backups.list(security.getUserPrincipal().getName()).stream()
                .map(BackupDto::of)
                .toList();
    }

    @POST
    @Operation(summary = "Make a backup now, in the background; it is listed when it was found good")
    @APIResponse(responseCode = "202", description = "It will be done")
    @APIResponse(responseCode = "409", description = "There is no folder for backups")
    public Response start() {
        backups.start(security.getUserPrincipal().getName());
        return Response.accepted().build();
    }
}
