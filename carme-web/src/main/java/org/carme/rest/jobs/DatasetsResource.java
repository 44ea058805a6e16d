package org.carme.rest.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carme.staging.Dataset;
import org.carme.staging.DatasetCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The site's datasets. */
@Path("datasets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DatasetsResource {
    @Inject
    DatasetCatalogue catalogue;

    @GET
    @Operation(summary = "The site's datasets, which a start takes as dataset:name")
    public List<DatasetDto> list() {
        return catalogue.datasets().stream().map(DatasetDto::of).toList();
    }

    /** A dataset; where it lies is the site's matter. */
    public record DatasetDto(String name, String title, String description) {
        static DatasetDto of(Dataset dataset) {
            return new DatasetDto(dataset.name(), dataset.title(), dataset.description());
        }
    }
}
