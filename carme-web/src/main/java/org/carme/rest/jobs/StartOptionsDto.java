package org.carme.rest.jobs;

import java.util.List;
import org.carme.images.ImageOption;
import org.carme.inventory.DescribedTypes;
import org.carme.templates.AcceleratorOption;
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
        static TemplateDto of(TemplateOption option, DescribedTypes types) {
            return new TemplateDto(
                    option.name(),
                    option.project(),
                    option.projectTitle(),
                    option.maxTimeLimit().toMinutes(),
                    option.defaultTimeLimit().toMinutes(),
                    option.maxJobs(),
                    option.acceleratorTypes().stream()
                            .map(type -> AcceleratorDto.of(type, types.title(type.name())))
                            .toList(),
                    option.images().stream().map(ImageDto::of).toList());
        }
    }

    /**
     * An accelerator type; {@code cpu} stands for none and counts CPUs.
     *
     * @param title what people call it
     * @param maxNodes of a job with the smallest number per node
     * @param choices the numbers per node that nodes have
     */
    public record AcceleratorDto(
            String name, String title, int maxPerNode, int maxNodes, int free, int total, List<NodeChoiceDto> choices) {
        static AcceleratorDto of(AcceleratorOption type, String title) {
            return new AcceleratorDto(
                    type.name(),
                    title,
                    type.maxPerNode(),
                    type.maxNodes(),
                    type.free(),
                    type.total(),
                    type.choices().stream()
                            .map(choice -> new NodeChoiceDto(choice.perNode(), choice.maxNodes(), choice.freeNodes()))
                            .toList());
        }
    }

    /**
     * A number of accelerators per node.
     *
     * @param maxNodes of a job with so many on each
     * @param freeNodes that have so many free now
     */
    public record NodeChoiceDto(int perNode, int maxNodes, int freeNodes) {}

    /**
     * An image.
     *
     * @param description Markdown
     * @param version what a start gets that names no version
     * @param versions all that can be started, as {@code name:version}
     */
    public record ImageDto(String name, String title, String description, String version, List<String> versions) {
        static ImageDto of(ImageOption image) {
            List<String> versions = image.versions().stream()
                    .map(ImageOption.VersionOption::name)
                    .toList();
            return new ImageDto(image.name(), image.title(), image.description(), versions.get(0), versions);
        }
    }

    static StartOptionsDto of(StartOptions options, DescribedTypes types) {
        return new StartOptionsDto(options.templates().stream()
                .map(template -> TemplateDto.of(template, types))
                .toList());
    }
}
