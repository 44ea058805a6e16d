package org.carme.rest.quotas;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.quotas.mirror.MirrorService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Limits in Slurm, for administrators. */
@Path("admin/quotas/slurm")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SlurmLimitsResource {
    @Inject
    MirrorService mirror;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "How limits in Slurm differ from the quotas; changes nothing")
    public List<SlurmLimitDto> compare() {
        return mirror.compare(security.getUserPrincipal().getName()).stream()
                .map(SlurmLimitDto::of)
                .toList();
    }

    @POST
    @Path("commands")
    @Operation(
            summary = "Get the commands that remove the differences",
            description = "What they will have set is noted as Carme's, to be changed and cleared by later commands.")
    public SlurmCommandsDto commands() {
        return SlurmCommandsDto.of(mirror.handOut(security.getUserPrincipal().getName()));
    }
}
