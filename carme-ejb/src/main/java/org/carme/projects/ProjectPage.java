package org.carme.projects;

import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param next the cursor of the following part, empty at the end
 */
public record ProjectPage(List<ProjectSummary> projects, Optional<String> next) {
    public ProjectPage {
        projects = List.copyOf(projects);
    }
}
