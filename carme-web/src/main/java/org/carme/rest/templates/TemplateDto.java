package org.carme.rest.templates;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.templates.Template;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template, in the words of the templates file. */
@Schema(name = "ResourceTemplate")
public record TemplateDto(
        @NotNull String name,

        @NotNull @Schema(description = "LDAP groups whose members may use it")
        List<@NotNull String> groups,

        @NotNull String partition,
        String account,
        String qos,

        @Schema(description = "What its nodes must have, as sbatch --constraint takes it")
        String features,

        @NotNull @Schema(description = "Active jobs of one user")
        Integer maxJobs,

        @NotNull Integer maxNodes,
        @NotNull Integer maxMinutes,
        @NotNull Integer defaultMinutes,
        @NotNull Integer cpusPerAccelerator,

        @Schema(defaultValue = "0", description = "0: the partition's default")
        Long megabytesPerAccelerator,

        @NotNull @Schema(description = "Most per node by type; \"cpu\": 0 allows jobs without accelerators")
        Map<@NotNull String, @NotNull Integer> accelerators,

        @NotNull @Schema(description = "Names of the images offered")
        List<@NotNull String> images,

        @Schema(defaultValue = "true") Boolean enabled) {

    static TemplateDto of(Template template) {
        return new TemplateDto(
                template.name(),
                List.copyOf(template.groups()),
                template.partition(),
                template.account().orElse(null),
                template.qos().orElse(null),
                template.features().orElse(null),
                template.maxJobs(),
                template.maxNodes(),
                (int) template.maxTime().toMinutes(),
                (int) template.defaultTime().toMinutes(),
                template.cpusPerAccelerator(),
                template.megabytesPerAccelerator(),
                template.accelerators(),
                template.images(),
                template.enabled());
    }

    Template template() {
        return new Template(
                name,
                Set.copyOf(groups),
                partition,
                Optional.ofNullable(account),
                Optional.ofNullable(qos),
                Optional.ofNullable(features),
                maxJobs,
                maxNodes,
                Duration.ofMinutes(maxMinutes),
                Duration.ofMinutes(defaultMinutes),
                cpusPerAccelerator,
                megabytesPerAccelerator == null ? 0 : megabytesPerAccelerator,
                accelerators,
                images.stream().distinct().toList(),
                enabled == null || enabled);
    }
}
