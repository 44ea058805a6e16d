package org.carme.rest.inventory;

import jakarta.validation.constraints.NotNull;
import org.carme.inventory.AcceleratorType;
import org.carme.inventory.TypeColour;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an accelerator type is called and shown. */
@Schema(name = "AcceleratorType")
public record AcceleratorTypeDto(
        @Schema(description = "As Slurm names it", readOnly = true)
        String name,

        @NotNull @Schema(description = "What people call it, 1 to 40 characters")
        String title,

        @NotNull TypeColour colour,

        @NotNull @Schema(description = "CPU_ONLY for the type cpu alone")
        AcceleratorType.Kind kind,

        @Schema(description = "To be sent with a change; 0 if nobody has described the type yet", readOnly = true)
        Long version) {

    static AcceleratorTypeDto of(AcceleratorType type) {
        return new AcceleratorTypeDto(type.name(), type.title(), type.colour(), type.kind(), type.version());
    }

    AcceleratorType type(String wanted, long seenVersion) {
        return new AcceleratorType(wanted, title, colour, kind, seenVersion);
    }
}
