package org.carme.templates;

import java.util.List;

/**
 * A template as administrators see it.
 *
 * @param version to be handed back with a change, so that nobody overwrites what he has not seen
 * @param activeJobs how many jobs that were started with it have not ended
 * @param problems what it points to that the cluster does not have
 */
public record TemplateDetails(Template template, long version, long activeJobs, List<TemplateProblem> problems) {
    public TemplateDetails {
        problems = List.copyOf(problems);
    }
}
