package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationSection;

/** Active and archived projects with their members in the configuration file. */
@ApplicationScoped
class ProjectSection implements ConfigurationSection {
    @Inject
    ProjectRepository projects;

    @Inject
    ProjectImport changes;

    @Inject
    ProjectSettings settings;

    @Override
    public String key() {
        return "projects";
    }

    /** After the templates that they name, before the limits that name them. */
    @Override
    public int place() {
        return 5;
    }

    @Override
    public boolean isOffered() {
        return settings.areEnabled();
    }

    @Override
    public void lock() {
        projects.lockAll();
        projects.letGo();
    }

    @Override
    public SortedMap<String, Map<String, Object>> present() {
        SortedMap<String, Map<String, Object>> present = new TreeMap<>();
        kept().forEach((slug, project) -> present.put(slug, project.values()));
        return present;
    }

    private SortedMap<String, FileProject> kept() {
        Map<Long, List<Member>> members =
                projects.activeMembers().stream().collect(Collectors.groupingBy(Member::projectId));
        SortedMap<String, FileProject> kept = new TreeMap<>();
        projects.all().stream()
                .filter(project -> project.state() == ProjectState.ACTIVE || project.state() == ProjectState.ARCHIVED)
                .forEach(project -> kept.put(
                        project.slug(), FileProject.of(project, members.getOrDefault(project.id(), List.of()))));
        projects.letGo();
        return kept;
    }

    @Override
    public ObjectReader reader(Map<String, Set<String>> before) {
        Map<List<String>, String> taken = new HashMap<>();
        Set<String> refused = new HashSet<>();
        projects.all().forEach(project -> {
            taken.put(List.of(project.owner(), project.text().name()), project.slug());
            if (project.state() == ProjectState.REFUSED) {
                refused.add(project.slug());
            }
        });
        projects.letGo();
        return object -> {
            FileProject wanted = FileProject.read(object);
            if (refused.contains(wanted.slug())) {
                throw new InvalidRequestException("invalid-request.field", "slug");
            }
            String name = wanted.text().name();
            if (!taken.computeIfAbsent(List.of(wanted.owner(), name), free -> wanted.slug())
                    .equals(wanted.slug())) {
                throw new InvalidRequestException("invalid-request.project-exists", name);
            }
            wanted.templates().stream()
                    .filter(template -> !before.get("templates").contains(template))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new InvalidRequestException("invalid-request.no-such-template", unknown);
                    });
            return wanted(wanted);
        };
    }

    private Wanted wanted(FileProject project) {
        return new Wanted(project.slug(), project.values(), (admin, difference) -> changes.bringAbout(admin, project));
    }

    /** A project is never removed: jobs are charged to it. */
    @Override
    public List<Wanted> insteadOfRemoval(Collection<String> ids) {
        SortedMap<String, FileProject> kept = kept();
        return ids.stream().map(id -> wanted(kept.get(id).inArchive())).toList();
    }

    @Override
    public Optional<CarmeException> obstacle(String id) {
        return Optional.empty();
    }

    @Override
    public void remove(String admin, Collection<String> ids) {
        // there are none: see insteadOfRemoval
    }
}
