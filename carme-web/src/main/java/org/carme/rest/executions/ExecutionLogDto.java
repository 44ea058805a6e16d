package org.carme.rest.executions;

import java.time.Instant;
import java.util.List;
import org.carme.executions.LogLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last thousand lines that the steps of an execution have written, oldest first. */
@Schema(name = "BatchLog")
public record ExecutionLogDto(List<LineDto> lines) {
    /** A line. */
    @Schema(name = "BatchLogLine")
    public record LineDto(Instant at, String step, String words) {}

    static ExecutionLogDto of(List<LogLine> log) {
        return new ExecutionLogDto(log.stream()
                .map(line -> new LineDto(line.at(), line.step(), line.words()))
                .toList());
    }
}
