package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.images.ImageOffers;
import org.carme.users.Person;

/** Which templates somebody may start, and with them which images. */
@ApplicationScoped
@Transactional
class TemplateOffers implements ImageOffers {
    @Inject
    TemplateRepository templates;

    @Inject
    ProjectTemplates projects;

    @Inject
    TaskTemplates taskTemplates;

    /** A template, and the group or project that gives it. */
    record Offer(Template template, ProjectTemplate by) {}

    /** @return groups' before projects', each by name */
    List<Offer> of(Person person) {
        return Stream.concat(ofGroups(person), ofProjects(person)).toList();
    }

    /** @return the same without those that are for tasks alone */
    List<Offer> ofStarts(Person person) {
        return of(person).stream()
                .filter(offer -> !taskTemplates.include(offer.template().name()))
                .toList();
    }

    private Stream<Offer> ofGroups(Person person) {
        return templates.ofGroups(person.groups()).stream()
                .flatMap(template -> template.groupOf(person.groups()).stream()
                        .map(group -> new Offer(template, new ProjectTemplate(group, group, template.name()))));
    }

    private Stream<Offer> ofProjects(Person person) {
        List<ProjectTemplate> given = projects.startable(person.name());
        Map<String, Template> named =
                templates.named(given.stream().map(ProjectTemplate::template).collect(Collectors.toSet()));
        return given.stream()
                .map(by -> new Offer(named.get(by.template()), by))
                .filter(offer -> offer.template().enabled())
                .sorted(Comparator.comparing(offer -> offer.template().name()));
    }

    /** @return the slugs of the user's projects that give him the template now */
    List<String> projectsGiving(String user, String template) {
        return projects.startable(user).stream()
                .filter(given -> given.template().equals(template))
                .map(ProjectTemplate::project)
                .toList();
    }

    static Set<String> images(Collection<Offer> offers) {
        return offers.stream()
                .flatMap(offer -> offer.template().images().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> to(Person person) {
        return images(of(person));
    }

    @Override
    public List<String> templatesWith(String image) {
        return templates.offering(image);
    }
}
