package org.carme.rest.accounting;

import java.time.Instant;
import java.util.List;
import org.carme.accounting.Statement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was used in a month, by jobs that have ended. */
@Schema(name = "Statement")
public record StatementDto(
        @Schema(example = "2026-11") String month,

        @Schema(description = "Everything that ended before is in it; left out before the first import")
        Instant until,

        List<StatementLineDto> lines,

        StatementSumDto total) {

    static StatementDto of(Statement statement) {
        return new StatementDto(
                statement.month().toString(),
                statement.until().orElse(null),
                statement.lines().stream().map(StatementLineDto::of).toList(),
                StatementSumDto.of(statement.total()));
    }
}
