package org.carme.rest.jobs;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageReference;
import org.carme.jobs.JobOrder;
import org.carme.jobs.JobQuery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which of everybody's jobs to look for. */
public class JobFilter {
    @QueryParam("owner")
    String owner;

    @QueryParam("state")
    @Parameter(schema = @Schema(enumeration = {"active", "ended"}))
    String state;

    @QueryParam("template")
    String template;

    @QueryParam("node")
    String node;

    @QueryParam("image")
    @Parameter(description = "A name, or name:version")
    String image;

    @QueryParam("text")
    @Parameter(description = "Part of the name, or a whole number of Carme's or Slurm's")
    String text;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"newest", "oldest"},
                            defaultValue = "newest"))
    String sort;

    JobQuery query() {
        return new JobQuery(
                Optional.ofNullable(owner),
                Optional.ofNullable(state).map(JobFilter::isActive),
                Optional.ofNullable(template),
                Optional.ofNullable(node),
                Optional.ofNullable(image).map(ImageReference::of),
                Optional.ofNullable(text),
                order(sort));
    }

    private static JobOrder order(String sort) {
        return switch (sort == null ? "newest" : sort) {
            case "newest" -> JobOrder.NEWEST;
            case "oldest" -> JobOrder.OLDEST;
            default -> throw new InvalidRequestException("invalid-request.field", "sort");
        };
    }

    private static boolean isActive(String state) {
        return switch (state) {
            case "active" -> true;
            case "ended" -> false;
            default -> throw new InvalidRequestException("invalid-request.state");
        };
    }
}
