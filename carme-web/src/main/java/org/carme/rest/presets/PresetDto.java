package org.carme.rest.presets;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.carme.presets.Preset;
import org.carme.staging.StagedData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A preset; its fields are those of a start. */
public record PresetDto(
        @Schema(readOnly = true, description = "As in the address")
        String title,

        @NotNull String template,

        @Schema(description = "Left out: whatever gives the template")
        String project,

        @Schema(description = "cpu, or left out: none") String acceleratorType,

        @NotNull @Schema(minimum = "0") Integer acceleratorsPerNode,
        @NotNull @Schema(minimum = "1") Integer nodes,
        @NotNull String image,
        @NotNull @Schema(minimum = "1") Integer timeLimitMinutes,
        @Size(max = 20) List<@NotNull String> stageIn,
        String stageOut) {

    static PresetDto of(Preset preset) {
        return new PresetDto(
                preset.title(),
                preset.template(),
                preset.project().orElse(null),
                preset.acceleratorType(),
                preset.acceleratorsPerNode(),
                preset.nodes(),
                preset.image(),
                preset.timeLimitMinutes(),
                preset.data().stageIn(),
                preset.data().stageOut().orElse(null));
    }

    Preset preset(String named) {
        return new Preset(
                named,
                template,
                Optional.ofNullable(project),
                acceleratorType == null ? "cpu" : acceleratorType,
                acceleratorsPerNode,
                nodes,
                image,
                timeLimitMinutes,
                new StagedData(stageIn == null ? List.of() : stageIn, Optional.ofNullable(stageOut)));
    }
}
