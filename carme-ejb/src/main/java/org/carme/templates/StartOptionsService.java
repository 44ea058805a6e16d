package org.carme.templates;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TypeUse;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageOption;
import org.carme.images.ImageStarts;
import org.carme.templates.TemplateOffers.Offer;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** What a user may start now: his groups' and his projects' templates, narrowed to what the cluster has. */
@Stateless
public class StartOptionsService {
    @Inject
    TemplateRepository templates;

    @Inject
    TemplateOffers offers;

    @Inject
    ImageStarts images;

    @Inject
    DirectoryService directory;

    @Inject
    ClusterStatus status;

    /**
     * The first is what a form offers unasked: templates with accelerators come before those without, then groups' before
     * projects', each by name.
     */
    public StartOptions options(String user) {
        Person person = directory.person(user);
        ClusterPicture picture = status.picture();
        List<Offer> offered = offers.ofStarts(person);
        Map<String, ImageOption> startable = images.options(person, TemplateOffers.images(offered));
        return new StartOptions(offered.stream()
                .sorted(Comparator.comparing(offer -> offer.template().isCpuOnly()))
                .map(offer -> option(offer, picture, startable))
                .toList());
    }

    /** @return the template of that name, whoever may use it */
    public Optional<Template> template(String name) {
        return templates.find(name);
    }

    /**
     * The template by its name, for somebody who wants to use it: within the limits of its partition. Where no project is
     * named, the group that has the template comes first, then the only project that gives it.
     *
     * @param project a slug, or the name of the group
     * @throws TemplateNotPermittedException also when there is none of that name
     * @throws InvalidRequestException if several projects give it and none is named
     */
    public UsableTemplate usable(Person person, String name, Optional<String> project) {
        Template template = templates
                .find(name)
                .filter(Template::enabled)
                .map(found -> within(found, status.picture()))
                .orElseThrow(() -> new TemplateNotPermittedException(name));
        Charge charge = template.groupOf(person.groups())
                .filter(group -> group.equals(project.orElse(group)))
                .map(Charge::group)
                .orElseGet(() -> ofProject(person.name(), name, project));
        return new UsableTemplate(template, charge);
    }

    /** @return where its jobs can run, by what was last seen of the cluster */
    public TemplateNodes nodes(Template template) {
        return new TemplateNodes(template, status.picture());
    }

    private static Template within(Template template, ClusterPicture picture) {
        return picture.partition(template.partition()).map(template::within).orElse(template);
    }

    private Charge ofProject(String user, String template, Optional<String> project) {
        List<String> giving = offers.projectsGiving(user, template).stream()
                .filter(slug -> slug.equals(project.orElse(slug)))
                .toList();
        if (giving.size() > 1) {
            throw new InvalidRequestException("invalid-request.which-project", template, String.join(", ", giving));
        }
        return giving.stream()
                .findFirst()
                .map(Charge::project)
                .orElseThrow(() -> new TemplateNotPermittedException(template));
    }

    private static TemplateOption option(Offer offer, ClusterPicture picture, Map<String, ImageOption> images) {
        ProjectTemplate by = offer.by();
        Template template = within(offer.template(), picture);
        TemplateNodes nodes = new TemplateNodes(template, picture);
        Set<String> offered = Set.copyOf(template.images());
        List<AcceleratorOption> types = picture.typesIn(template.partition()).stream()
                .filter(use -> template.accelerators().containsKey(use.name()))
                .flatMap(use -> accelerator(template, use, nodes).stream())
                .toList();
        return new TemplateOption(
                template.name(),
                by.project(),
                by.title(),
                template.maxTime(),
                template.defaultTime(),
                template.maxJobs(),
                types,
                images.values().stream()
                        .filter(image -> image.own() || offered.contains(image.name()))
                        .sorted(Comparator.comparing(ImageOption::title))
                        .toList());
    }

    /** @return empty if no node can hold the smallest job */
    private static Optional<AcceleratorOption> accelerator(Template template, TypeUse use, TemplateNodes nodes) {
        int allowed = template.accelerators().get(use.name());
        List<NodeChoice> choices = IntStream.rangeClosed(
                        Math.min(1, allowed), Math.min(allowed, nodes.most(use.name())))
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
