package org.carme.rest.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.imports.ImportOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of images that were to be registered, in the order in which they were sent. */
@Schema(name = "ImportResult")
public record ImportResultDto(List<OutcomeDto> images) {
    /** What became of one. */
    @Schema(name = "ImportOutcome")
    public record OutcomeDto(
            String location,
            String name,
            String version,

            @Schema(
                    description = "present: the catalogue had it already",
                    enumeration = {"added", "present", "refused"})
            String result,

            @Schema(description = "The field that is wrong, if one is")
            String field,

            String reason) {
        static OutcomeDto of(ImportOutcome outcome, Function<CarmeException, String> words) {
            Optional<CarmeException> why = outcome.why();
            return new OutcomeDto(
                    outcome.image().location(),
                    outcome.image().name(),
                    outcome.image().version(),
                    why.isPresent() ? "refused" : outcome.added() ? "added" : "present",
                    why.flatMap(OutcomeDto::field).orElse(null),
                    why.map(words).orElse(null));
        }

        private static Optional<String> field(CarmeException why) {
            return why instanceof InvalidRequestException invalid ? invalid.field() : Optional.empty();
        }
    }

    static ImportResultDto of(List<ImportOutcome> outcomes, Function<CarmeException, String> words) {
        return new ImportResultDto(
                outcomes.stream().map(outcome -> OutcomeDto.of(outcome, words)).toList());
    }
}
