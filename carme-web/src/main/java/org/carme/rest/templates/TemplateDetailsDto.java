package org.carme.rest.templates;

import java.util.List;
import java.util.Locale;
import org.carme.templates.TemplateDetails;
import org.carme.templates.TemplateProblem;

/**
 * A template as administrators see it.
 *
 * @param version to be sent with a change
 * @param activeJobs how many jobs that were started with it have not ended
 * @param problems what it points to that the cluster does not have
 */
public record TemplateDetailsDto(TemplateDto template, long version, long activeJobs, List<ProblemDto> problems) {

    /**
     * What does not exist.
     *
     * @param kind no-partition, no-features, no-type, too-many-per-node, too-many-nodes or too-long
     */
    public record ProblemDto(String kind, String what) {
        static ProblemDto of(TemplateProblem problem) {
            return new ProblemDto(problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), problem.what());
        }
    }

    static TemplateDetailsDto of(TemplateDetails details) {
        return new TemplateDetailsDto(
                TemplateDto.of(details.template()),
                details.version(),
                details.activeJobs(),
                details.problems().stream().map(ProblemDto::of).toList());
    }
}
