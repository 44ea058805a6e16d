package org.carme.rest.accounting;

import org.carme.accounting.StatementSum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What some jobs come to. */
@Schema(name = "StatementSum")
public record StatementSumDto(
        @Schema(
                description =
                        "Jobs that ended in the month; one that was put back into the queue counts for each of its runs")
        long jobs,

        double acceleratorHours,

        double cpuHours) {

    static StatementSumDto of(StatementSum sum) {
        return new StatementSumDto(sum.jobs(), sum.acceleratorHours(), sum.cpuHours());
    }
}
