package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carme.images.ImageProjects;
import org.carme.templates.ProjectTemplate;
import org.carme.templates.ProjectTemplates;

/** What projects mean for starts, limits and jobs. */
@ApplicationScoped
@Transactional
public class ProjectStarts implements ProjectTemplates, ImageProjects {
    @Inject
    ProjectRepository projects;

    @Inject
    ProjectSettings settings;

    @Inject
    Clock clock;

    @Override
    public List<ProjectTemplate> startable(String user) {
        return settings.areEnabled() ? projects.startable(user, clock.instant()) : List.of();
    }

    @Override
    public Set<String> activeOf(String user) {
        return settings.areEnabled() ? projects.activeOf(user) : Set.of();
    }

    /** @return whether the user is the owner or a manager of that project */
    public boolean manages(String user, String slug) {
        return settings.areEnabled()
                && projects.find(slug)
                        .flatMap(project -> projects.member(project.id(), user))
                        .filter(member -> member.state().isManaging())
                        .isPresent();
    }

    /** @return what it is now */
    public Classification classification(String slug) {
        return projects.find(slug).map(Project::classification).orElse(Classification.DEFAULT);
    }

    /** @return names by slug; what no project has is missing */
    public Map<String, String> names(Collection<String> slugs) {
        return projects.names(slugs);
    }

    /** @return the slugs of those that have that slug or that name, at most two */
    public List<String> slugsOf(String slugOrName) {
        return settings.areEnabled() ? projects.slugsOf(slugOrName) : List.of();
    }
}
