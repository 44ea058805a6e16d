package org.carme.templates;

/** Which templates are for jobs with a task alone; told from outside, because this package knows no tasks. */
public interface TaskTemplates {
    /** @return whether nobody starts other jobs with it */
    boolean include(String template);
}
