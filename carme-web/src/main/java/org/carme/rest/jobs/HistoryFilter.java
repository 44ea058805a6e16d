package org.carme.rest.jobs;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageReference;
import org.carme.jobs.HistoryQuery;
import org.carme.jobs.JobOutcome;
import org.carme.rest.bodies.Times;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which of one's own ended jobs to look for. */
public class HistoryFilter {
    @QueryParam("outcome")
    @Parameter(description = "Such as completed or timed-out")
    String outcome;

    @QueryParam("acceleratorType")
    @Parameter(description = "cpu: jobs without accelerators")
    String type;

    @QueryParam("project")
    @Parameter(description = "The slug of the project that they were charged to")
    String project;

    @QueryParam("image")
    @Parameter(description = "A name, or name:version")
    String image;

    @QueryParam("text")
    @Parameter(description = "Part of the name, or a whole number of Carme's or Slurm's")
    String text;

    @QueryParam("from")
    @Parameter(description = "The earliest end", schema = @Schema(format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(description = "Just after the latest end", schema = @Schema(format = "date-time"))
    String to;

    HistoryQuery query() {
        return new HistoryQuery(
                Optional.ofNullable(outcome).map(HistoryFilter::outcome),
                Optional.ofNullable(type),
                Optional.ofNullable(project),
                Optional.ofNullable(image).map(ImageReference::of),
                Optional.ofNullable(text),
                Times.parse("from", from),
                Times.parse("to", to));
    }

    private static JobOutcome outcome(String word) {
        return Stream.of(JobOutcome.values())
                .filter(one -> JobDto.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "invalid-request.outcome",
                        Stream.of(JobOutcome.values()).map(JobDto::word).collect(Collectors.joining(", "))));
    }
}
