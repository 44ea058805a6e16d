package org.carme.rest.entries;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.carme.entries.EntryService;
import org.carme.jobs.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The services of the caller's jobs. */
@Path("jobs/{id}/entry-points")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EntryPointsResource {
    @Inject
    EntryService entryService;

    @Context
    SecurityContext security;

    @POST
    @Path("{name}/ticket")
    @Operation(summary = "Make a link that opens the service once within 30 seconds and sets its own cookie")
    public TicketDto ticket(@PathParam("id") long id, @PathParam("name") String name) {
        String user = security.getUserPrincipal().getName();
        return new TicketDto(
                entryService.ticket(user, Optional.empty(), new JobId(id), name).toString());
    }
}
