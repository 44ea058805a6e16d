package org.carme.rest.accounting;

import org.carme.accounting.StatementLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody used in a month of one kind. */
@Schema(name = "StatementLine")
public record StatementLineDto(
        String user,

        @Schema(description = "Slug of the project that it was charged to; left out if there is none")
        String project,

        @Schema(description = "Group that it was charged to; without group and project it was sent past Carme")
        String group,

        @Schema(description = "As Slurm names it; cpu without accelerators")
        String acceleratorType,

        String partition,

        StatementSumDto sum) {

    static StatementLineDto of(StatementLine line) {
        return new StatementLineDto(
                line.user(),
                orNull(line.project()),
                orNull(line.group()),
                line.acceleratorType().isEmpty() ? "cpu" : line.acceleratorType(),
                orNull(line.partition()),
                StatementSumDto.of(line.sum()));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
