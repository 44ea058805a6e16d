package org.carme.templates;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
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
     * The template by its name, for somebody who wants to use it.
     *
     * @throws TemplateNotPermittedException also when there is none of that name
     */
    public Template usable(Person person, String name) {
        return templates
                .find(name)
                .filter(template -> template.groupOf(person.groups()).isPresent())
                .orElseThrow(() -> new TemplateNotPermittedException(name));
    }

    private static TemplateOption option(Template template, String group, ClusterPicture picture) {
        List<Node> nodes = picture.nodesIn(template.partition());
        Map<String, Integer> allowed = template.accelerators();
        List<AcceleratorOption> types = picture.typesIn(template.partition()).stream()
                .filter(use -> allowed.containsKey(use.name()))
                .map(use -> accelerator(template, use, nodes))
                .filter(option -> option.maxNodes() > 0)
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

    private static AcceleratorOption accelerator(Template template, TypeUse use, List<Node> nodes) {
        boolean cpu = use.name().equals(Template.CPU);
        List<Node> having = nodes.stream()
                .filter(node -> cpu || node.accelerators().getOrDefault(use.name(), 0) > 0)
                .toList();
        int most = having.stream()
                .mapToInt(node -> node.accelerators().getOrDefault(use.name(), 0))
                .max()
                .orElse(0);
        int perNode = Math.min(template.accelerators().get(use.name()), most);
        return new AcceleratorOption(
                use.name(), perNode, Math.min(template.maxNodes(), having.size()), use.free(), use.total());
    }
}
