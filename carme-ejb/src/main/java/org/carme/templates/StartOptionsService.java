package org.carme.templates;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TypeUse;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** What a user may start now: his groups' templates, narrowed to what the cluster has. */
@Stateless
public class StartOptionsService {
    @Inject
    TemplateRepository templates;

    @Inject
    DirectoryService directory;

    @Inject
    ClusterStatus status;

    /** The first is what a form offers unasked: templates with accelerators come before those without, each by name. */
    public StartOptions options(String user) {
        Person person = directory.person(user);
        ClusterPicture picture = status.picture();
        return new StartOptions(templates.ofGroups(person.groups()).stream()
                .sorted(Comparator.comparing(Template::isCpuOnly))
                .flatMap(template ->
                        template.groupOf(person.groups()).stream().map(group -> option(template, group, picture)))
                .toList());
    }

    /** @return the template of that name, whoever may use it */
    public Optional<Template> template(String name) {
        return templates.find(name);
    }

    /**
     * The template by its name, for somebody who wants to use it: within the limits of its partition.
     *
     * @throws TemplateNotPermittedException also when there is none of that name
     */
    public Template usable(Person person, String name) {
        return templates
                .find(name)
                .filter(template -> template.groupOf(person.groups()).isPresent())
                .map(template -> within(template, status.picture()))
                .orElseThrow(() -> new TemplateNotPermittedException(name));
    }

    /** @return where its jobs can run, by what was last seen of the cluster */
    public TemplateNodes nodes(Template template) {
        return new TemplateNodes(template, status.picture());
    }

    private static Template within(Template template, ClusterPicture picture) {
        return picture.partition(template.partition()).map(template::within).orElse(template);
    }

    private static TemplateOption option(Template whole, String group, ClusterPicture picture) {
        Template template = within(whole, picture);
        TemplateNodes nodes = new TemplateNodes(template, picture);
        List<AcceleratorOption> types = picture.typesIn(template.partition()).stream()
                .filter(use -> template.accelerators().containsKey(use.name()))
                .flatMap(use -> accelerator(template, use, nodes).stream())
                .toList();
        return new TemplateOption(
                template.name(),
                group,
                template.maxTime(),
                template.defaultTime(),
                template.maxJobs(),
                types,
                template.images());
    }

    /** @return empty if no node can hold the smallest job */
    private static Optional<AcceleratorOption> accelerator(Template template, TypeUse use, TemplateNodes nodes) {
        int allowed = template.accelerators().get(use.name());
        List<NodeChoice> choices = IntStream.rangeClosed(Math.min(1, allowed), allowed)
                .mapToObj(perNode -> new NodeChoice(
                        perNode,
                        Math.min(template.maxNodes(), nodes.having(use.name(), perNode)),
                        nodes.free(use.name(), perNode)))
                .filter(choice -> choice.maxNodes() > 0)
                .toList();
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(new AcceleratorOption(use.name(), use.free(), use.total(), choices));
    }
}
