package org.carme.rest.quotas;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;
import org.carme.quotas.QuotaService;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the caller may use. */
@Path("quotas")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotasResource {
    @Inject
    QuotaService quotas;

    @Inject
    AcceleratorTypes types;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "The limits that hold for me, and what is left of them")
    public List<QuotaStateDto> mine() {
        DescribedTypes described = types.described();
        return quotas.mine(security.getUserPrincipal().getName()).stream()
                .map(state -> QuotaStateDto.of(state, described))
                .toList();
    }
}
