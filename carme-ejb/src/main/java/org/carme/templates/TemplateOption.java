package org.carme.templates;

import java.time.Duration;
import java.util.List;
import org.carme.images.ImageOption;

/**
 * A template as the start form offers it, narrowed to what the cluster has.
 *
 * @param project the slug of the project that gives it; a group that has it is a project by rule, and this is its name
 * @param projectTitle what people call the project
 */
public record TemplateOption(
        String name,
        String project,
        String projectTitle,
        Duration maxTimeLimit,
        Duration defaultTimeLimit,
        int maxJobs,
        List<AcceleratorOption> acceleratorTypes,
        List<ImageOption> images) {

    /** @return what tells it from others: several projects may give the same template */
    public String key() {
        return project + "/" + name;
    }

    /** @return what people call it, with the project if one gives it */
    public String title() {
        return project.equals(projectTitle) ? name : name + " · " + projectTitle;
    }
}
