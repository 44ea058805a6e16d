package org.carme.rest.cluster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carme.cluster.ClusterStatus;
import org.carme.inventory.AcceleratorTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The cluster. */
@Path("cluster")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClusterResource {
    @Inject
    ClusterStatus status;

    @Inject
    AcceleratorTypes types;

    @GET
    @Operation(summary = "Nodes, accelerator types and partitions, with the age of the data")
    public ClusterDto get() {
        return ClusterDto.of(status.picture(), types.described());
    }
}
