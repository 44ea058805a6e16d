package org.carme.rest.delivery;

import org.carme.delivery.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a test message. */
@Schema(name = "TestOutcome")
public record TestOutcomeDto(
        boolean sent,

        @Schema(description = "Why not: a code such as no-address, or the other side’s words; absent if it was sent")
        String trouble) {
    static TestOutcomeDto of(Outcome outcome) {
        return new TestOutcomeDto(outcome.isSent(), outcome.isSent() ? null : outcome.words());
    }
}
