package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobService;
import org.carme.jobs.StartRequest;
import org.carme.quotas.QuotaDemand;
import org.carme.staging.Dataset;
import org.carme.staging.DatasetCatalogue;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.NodeChoice;
import org.carme.templates.Template;
import org.carme.templates.TemplateOption;
import org.carme.web.security.CurrentUser;

/** The start form of {@code index.xhtml}: choices narrow each other, the service checks them again. */
@Named
@ViewScoped
public class StartForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> TIMES = List.of(30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 10080);

    @Inject
    OfferedTemplates offered;

    @Inject
    JobService jobService;

    @Inject
    CurrentUser currentUser;

    @Inject
    HomeView homeView;

    @Inject
    DatasetCatalogue catalogue;

    @Inject
    Texts texts;

    private final StartChoice choice = new StartChoice();

    @PostConstruct
    void open() {
        getTemplates().stream().findFirst().ifPresent(first -> choice.template = first.key());
        templateChosen();
    }

    /** Another template: everything else starts from its first choices. */
    public void templateChosen() {
        template().ifPresent(template -> {
            choice.type = template.acceleratorTypes().stream()
                    .findFirst()
                    .map(AcceleratorOption::name)
                    .orElse(null);
            choice.image =
                    getImages().stream().findFirst().map(ImageChoice::value).orElse(null);
            choice.minutes = (int) template.defaultTimeLimit().toMinutes();
        });
        typeChosen();
    }

    /** Another accelerator type: its own limits. */
    public void typeChosen() {
        choice.perNode =
                chosenType().map(type -> type.choices().get(0).perNode()).orElse(0);
        choice.nodes = 1;
    }

    /** Another number per node: perhaps fewer nodes have so many. */
    public void perNodeChosen() {
        choice.nodes = Math.min(choice.nodes, getNodeChoices().size());
    }

    /** A second click sends the same key, so that it makes no second job. */
    public void start() {
        jobService.submit(currentUser.getName(), request());
        choice.key = UUID.randomUUID().toString();
        choice.name = null;
        homeView.load();
    }

    /** What was chosen when the page was made may be gone since: then nothing is started, and this says so. */
    public void tellWhatIsGone(ComponentSystemEvent event) {
        FacesContext context = event.getFacesContext();
        if (context.isValidationFailed()) {
            context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.text("start.gone"), null));
        }
    }

    /** @return what is chosen */
    StartRequest request() {
        return new StartRequest(
                template().map(TemplateOption::name).orElse(choice.template),
                template().map(TemplateOption::project),
                Optional.ofNullable(choice.type),
                isCpuOnly() ? 0 : choice.perNode,
                choice.nodes,
                choice.image,
                Optional.of(choice.name == null ? texts.text("start.name.usual") : choice.name),
                Optional.of(Duration.ofMinutes(choice.minutes)),
                choice.data(),
                Optional.of(choice.key));
    }

    public List<TemplateOption> getTemplates() {
        return offered.templates();
    }

    public List<AcceleratorOption> getTypes() {
        return template().map(TemplateOption::acceleratorTypes).orElse(List.of());
    }

    /** @return every version that can be started, of each image the one first that is meant unasked */
    public List<ImageChoice> getImages() {
        return template().map(TemplateOption::images).orElse(List.of()).stream()
                .flatMap(ImageChoice::of)
                .toList();
    }

    /** @return what is chosen, null if nothing is offered */
    public ImageChoice getImage() {
        return getImages().stream()
                .filter(image -> image.value().equals(choice.image))
                .findFirst()
                .orElse(null);
    }

    public List<Integer> getPerNodeChoices() {
        return getShares().stream().map(NodeChoice::perNode).toList();
    }

    /** @return the numbers per node with what is free of each */
    public List<NodeChoice> getShares() {
        return chosenType().map(AcceleratorOption::choices).orElse(List.of());
    }

    /** @return what the chosen number per node means */
    public NodeChoice getShare() {
        return chosenType().map(type -> type.choice(choice.perNode)).orElse(new NodeChoice(0, 1, 0));
    }

    public List<Integer> getNodeChoices() {
        return IntStream.rangeClosed(1, getShare().maxNodes()).boxed().toList();
    }

    /** @return usual lengths up to the template's, its own default and its longest */
    public List<Integer> getTimeChoices() {
        return template()
                .map(template -> Stream.concat(
                                TIMES.stream(),
                                Stream.of((int) template.defaultTimeLimit().toMinutes(), (int)
                                        template.maxTimeLimit().toMinutes()))
                        .filter(minutes -> minutes <= template.maxTimeLimit().toMinutes())
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** @return what the site keeps for everybody */
    public List<Dataset> getDatasets() {
        return catalogue.datasets();
    }

    public boolean isCpuOnly() {
        return choice.type == null || choice.type.equals(Template.CPU);
    }

    /** @return what the choice needs of the quotas */
    QuotaDemand demand() {
        int accelerators = isCpuOnly() ? 0 : choice.perNode * choice.nodes;
        return new QuotaDemand(
                choice.nodes,
                Optional.ofNullable(choice.type).filter(type -> !isCpuOnly()),
                accelerators,
                Duration.ofMinutes(choice.minutes));
    }

    Optional<TemplateOption> template() {
        return getTemplates().stream()
                .filter(template -> template.key().equals(choice.template))
                .findFirst();
    }

    private Optional<AcceleratorOption> chosenType() {
        return getTypes().stream()
                .filter(type -> type.name().equals(choice.type))
                .findFirst();
    }

    public StartChoice getChoice() {
        return choice;
    }
}
