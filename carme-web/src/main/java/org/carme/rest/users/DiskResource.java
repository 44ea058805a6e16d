package org.carme.rest.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.diskuse.DiskUseService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the caller uses of the site's disks. */
@Path("me/disk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiskResource {
    @Inject
    DiskUseService disks;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "What I use of the site's disks, and my limits there, where the site says it")
    public DiskDto get() {
        return disks.of(security.getUserPrincipal().getName()).map(DiskDto::of).orElse(DiskDto.NOTHING);
    }
}
