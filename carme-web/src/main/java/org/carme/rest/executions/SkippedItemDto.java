package org.carme.rest.executions;

import java.time.Instant;
import org.carme.executions.SkippedItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a step has left out. */
@Schema(name = "BatchSkippedItem")
public record SkippedItemDto(
        long id,
        String step,
        String item,
        String reason,
        Instant at,

        @Schema(description = "The last execution that has tried it again; absent if none has")
        Long retry) {

    static SkippedItemDto of(SkippedItem item) {
        return new SkippedItemDto(
                item.id(),
                item.step(),
                item.item(),
                item.reason(),
                item.at(),
                item.retry().orElse(null));
    }
}
