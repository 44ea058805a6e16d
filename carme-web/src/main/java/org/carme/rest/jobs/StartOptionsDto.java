package org.carme.rest.jobs;

import java.util.List;
import org.carme.templates.StartOptions;
import org.carme.templates.TemplateOption;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be started. */
public record StartOptionsDto(List<TemplateDto> templates) {

    /** A template and what it allows. */
    public record TemplateDto(
            String name,

            @Schema(
                    description =
                            "The slug of the project that gives it, or the name of the group that has it: a group with"
                                    + " templates is a project by rule")
            String project,

            String projectTitle,
            long maxTimeLimitMinutes,
            long defaultTimeLimitMinutes,
            int maxJobs,
            List<AcceleratorDto> acceleratorTypes,
            List<ImageDto> images) {
        static TemplateDto of(TemplateOption option) {
            return new TemplateDto(
                    option.name(),
                    option.project(),
                    option.projectTitle(),
                    option.maxTimeLimit().toMinutes(),
                    option.defaultTimeLimit().toMinutes(),
                    option.maxJobs(),
                    option.acceleratorTypes().stream()
                            .map(type -> new AcceleratorDto(
                                    type.name(), type.maxPerNode(), type.maxNodes(), type.free(), type.total()))
                            .toList(),
                    option.images().stream()
                            .map(image -> new ImageDto(image.name(), image.title(), image.description()))
                            .toList());
        }
    }

    /** An accelerator type; {@code cpu} stands for none and counts CPUs. */
    public record AcceleratorDto(String name, int maxPerNode, int maxNodes, int free, int total) {}

    /** An image. */
    public record ImageDto(String name, String title, String description) {}

    static StartOptionsDto of(StartOptions options) {
        return new StartOptionsDto(
                options.templates().stream().map(TemplateDto::of).toList());
    }
}
