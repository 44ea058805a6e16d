package org.carme.templates;

/** How much a template is used; told from outside, because this package knows no jobs. */
public interface TemplateUse {
    /** @return how many jobs that were started with it have not ended */
    long activeJobs(String template);
}
