package org.carme.rest.cluster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carme.cluster.ClusterStatus;
import org.carme.inventory.AcceleratorTypes;
import org.carme.jobs.StartEstimates;
import org.carme.utilisation.UtilisationService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cluster. */
@Path("cluster")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClusterResource {
    @Inject
    ClusterStatus status;

    @Inject
    AcceleratorTypes types;

    @Inject
    UtilisationService utilisation;

    @Inject
    StartEstimates estimates;

    @GET
    @Operation(summary = "Nodes, accelerator types and partitions, with the age of the data")
    public ClusterDto get() {
        return ClusterDto.of(status.picture(), types.described());
    }

    @GET
    @Path("utilization")
    @Operation(summary = "What was in use, as the portal has sampled it, in at most some 200 steps")
    public UtilizationDto utilization(
            @QueryParam("hours") @DefaultValue("24") @Schema(minimum = "1", maximum = "17520") int hours) {
        return UtilizationDto.of(utilisation.past(hours), types.described());
    }

    @GET
    @Path("estimates")
    @Operation(summary = "How good the estimates of starts have been")
    public EstimateQualityDto estimates() {
        return EstimateQualityDto.of(estimates.quality());
    }

    @GET
    @Path("forecast")
    @Operation(
            summary = "What will be in use in the coming day: what runs goes on until its time limit, what waits begins"
                    + " when Slurm plans it")
    public UtilizationDto forecast() {
        return UtilizationDto.of(utilisation.forecast(), types.described());
    }
}
