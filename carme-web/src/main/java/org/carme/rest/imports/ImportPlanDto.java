package org.carme.rest.imports;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.carme.common.CarmeException;
import org.carme.imports.ImportPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A store compared with the catalogue. */
@Schema(name = "ImportPlan")
public record ImportPlanDto(
        String folder,

        @Schema(description = "Absent while the look goes on")
        Instant lookedAt,

        @Schema(description = "How many were looked at so far")
        int entries,

        @Schema(description = "Whether there was more than could be looked at")
        boolean cut,

        List<ImportRowDto> images) {
    static ImportPlanDto of(ImportPlan plan, Function<CarmeException, String> words) {
        return new ImportPlanDto(
                plan.folder(),
                plan.lookedAt(),
                plan.entries(),
                plan.cut(),
                plan.rows().stream().map(row -> ImportRowDto.of(row, words)).toList());
    }

    static ImportPlanDto looking(String folder, int entries) {
        return new ImportPlanDto(folder, null, entries, false, List.of());
    }
}
