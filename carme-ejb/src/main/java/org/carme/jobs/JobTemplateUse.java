package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.templates.TemplateUse;

/** Counts the jobs of a template. */
@ApplicationScoped
class JobTemplateUse implements TemplateUse {
    @Inject
    JobRepository jobs;

    @Override
    public long activeJobs(String template) {
        return jobs.countActive(template);
    }
}
