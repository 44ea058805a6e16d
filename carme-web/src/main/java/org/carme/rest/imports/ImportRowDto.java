package org.carme.rest.imports;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carme.common.CarmeException;
import org.carme.imports.ImportPlan;
import org.carme.imports.ProposedImage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image in a store. */
@Schema(name = "ImportRow")
public record ImportRowDto(
        @NotNull String location,
        @NotNull String name,
        @NotNull String version,

        @Schema(description = "Of an image that is new; the name if it is left out")
        String title,

        @Schema(description = "Of an image that is new; Markdown")
        String description,

        @Schema(description = "Left out: one that fits") String runtime,
        List<@NotNull String> entryPoints,
        @Schema(description = "Its size") Long bytes,

        @Schema(description = "Of its files, as a plan tells it", pattern = "[0-9a-f]{64}")
        String fingerprint,

        @Schema(
                description = "In plans; not looked at when it is sent",
                enumeration = {"new", "changed", "missing", "unfit", "unchanged"})
        String status,

        @Schema(description = "In plans: why it is unfit; not looked at when it is sent")
        String reason) {

    static ImportRowDto of(ImportPlan.Row row, Function<CarmeException, String> words) {
        ProposedImage image = row.image();
        return new ImportRowDto(
                image.location(),
                image.name(),
                image.version(),
                orNull(image.title()),
                orNull(image.description()),
                orNull(row.runtime()),
                image.entryPoints(),
                image.bytes().orElse(null),
                image.fingerprint().orElse(null),
                row.status().word(),
                row.why().map(words).orElse(null));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    ProposedImage image() {
        return new ProposedImage(
                location,
                name,
                version,
                title == null ? name : title,
                description == null ? "" : description,
                Optional.ofNullable(runtime),
                entryPoints == null ? List.of() : entryPoints,
                Optional.ofNullable(bytes),
                Optional.ofNullable(fingerprint));
    }
}
