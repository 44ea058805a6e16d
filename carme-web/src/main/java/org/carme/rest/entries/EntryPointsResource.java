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
import org.carme.entries.EntryRestarts;
import org.carme.entries.EntryService;
import org.carme.jobs.JobId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The services of the caller's jobs. */
@Path("jobs/{id}/entry-points")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EntryPointsResource {
    @Inject
    EntryService entryService;

    @Inject
    EntryRestarts restarts;

    @Context
    SecurityContext security;

    @POST
    @Path("{name}/ticket")
    @Operation(
            summary = "Make a link that opens the service once within 30 seconds and sets its own cookie",
            description = "A service that starts on demand starts when the link is opened.")
    public TicketDto ticket(@PathParam("id") long id, @PathParam("name") String name) {
        String user = security.getUserPrincipal().getName();
        return new TicketDto(
                entryService.ticket(user, Optional.empty(), new JobId(id), name).toString());
    }

    @POST
    @Path("{name}/restart")
    @Operation(
            summary = "End the service with everything that it has started, and start it again",
            description = "Starts it, too, if it has not run yet or has failed.")
    @APIResponse(responseCode = "204", description = "It is starting; the job says when it is ready")
    @APIResponse(responseCode = "404", description = "Not the caller's job, or no such service in it")
    @APIResponse(responseCode = "503", description = "The job does not take the order at the moment")
    public void restart(@PathParam("id") long id, @PathParam("name") String name) {
        restarts.restart(security.getUserPrincipal().getName(), new JobId(id), name);
    }
}
