package org.carme.rest.projects;

import java.util.List;
import org.carme.projects.ProjectPage;

/**
 * A part of everybody's projects.
 *
 * @param next the cursor of the following part, left out at the end
 */
public record AdminProjectListDto(List<ProjectDto> projects, String next) {
    static AdminProjectListDto of(ProjectPage page) {
        return new AdminProjectListDto(
                page.projects().stream().map(ProjectDto::of).toList(),
                page.next().orElse(null));
    }
}
