package org.carme.faces.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectSettings;
import org.carme.web.security.CurrentUser;

/** Somebody's projects on {@code admin/user.xhtml}. */
@Named
@RequestScoped
public class ProjectsOfUserView {
    @Inject
    ProjectAdministration projects;

    @Inject
    ProjectSettings settings;

    @Inject
    CurrentUser currentUser;

    private List<ProjectRow> rows;

    /** @return all to which he stands somehow, by name */
    public List<ProjectRow> of(String user) {
        if (rows == null) {
            rows = settings.areEnabled()
                    ? projects.of(currentUser.getName(), user).stream()
                            .map(ProjectRow::new)
                            .toList()
                    : List.of();
        }
        return rows;
    }
}
