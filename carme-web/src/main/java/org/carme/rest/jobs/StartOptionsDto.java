package org.carme.rest.jobs;

import java.util.List;
import org.carme.templates.StartOptions;
import org.carme.templates.TemplateOption;

/** What may be started. */
public record StartOptionsDto(List<TemplateDto> templates) {

    /** A template and what it allows. */
    public record TemplateDto(
            String name,
            String project,
            long maxTimeLimitMinutes,
            long defaultTimeLimitMinutes,
            int maxJobs,
            List<AcceleratorDto> acceleratorTypes,
            List<ImageDto> images) {
        static TemplateDto of(TemplateOption option) {
            return new TemplateDto(
                    option.name(),
                    option.project(),
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
