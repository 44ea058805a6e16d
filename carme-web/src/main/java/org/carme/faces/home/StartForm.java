package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobService;
import org.carme.jobs.StartRequest;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.ImageOption;
import org.carme.templates.Template;
import org.carme.templates.TemplateOption;
import org.carme.web.security.CurrentUser;

/** The start form of {@code index.xhtml}: choices narrow each other, the service checks them again. */
@Named
@ViewScoped
public class StartForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> TIMES = List.of(30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 10080);
    private static final int HOUR = 60;

    @Inject
    OfferedTemplates offered;

    @Inject
    JobService jobService;

    @Inject
    CurrentUser currentUser;

    @Inject
    HomeView homeView;

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
        find().ifPresent(template -> {
            choice.type = template.acceleratorTypes().stream()
                    .findFirst()
                    .map(AcceleratorOption::name)
                    .orElse(null);
            choice.image = template.images().stream()
                    .findFirst()
                    .map(ImageOption::name)
                    .orElse(null);
            choice.minutes = (int) template.defaultTimeLimit().toMinutes();
        });
        typeChosen();
    }

    /** Another accelerator type: its own limits. */
    public void typeChosen() {
        choice.perNode = isCpuOnly() ? 0 : 1;
        choice.nodes = 1;
    }

    /** A second click sends the same key, so that it makes no second job. */
    public void start() {
        jobService.submit(
                currentUser.getName(),
                new StartRequest(
                        find().map(TemplateOption::name).orElse(choice.template),
                        find().map(TemplateOption::project),
                        Optional.ofNullable(choice.type),
                        isCpuOnly() ? 0 : choice.perNode,
                        choice.nodes,
                        choice.image,
                        Optional.ofNullable(choice.name),
                        Optional.of(Duration.ofMinutes(choice.minutes)),
                        Optional.of(choice.key)));
        choice.key = UUID.randomUUID().toString();
        choice.name = null;
        homeView.load();
    }

    public List<TemplateOption> getTemplates() {
        return offered.templates();
    }

    public List<AcceleratorOption> getTypes() {
        return find().map(TemplateOption::acceleratorTypes).orElse(List.of());
    }

    public List<ImageOption> getImages() {
        return find().map(TemplateOption::images).orElse(List.of());
    }

    public String getImageDescription() {
        return getImages().stream()
                .filter(image -> image.name().equals(choice.image))
                .findFirst()
                .map(ImageOption::description)
                .orElse("");
    }

    public List<Integer> getPerNodeChoices() {
        return upTo(chosenType().map(AcceleratorOption::maxPerNode).orElse(1));
    }

    public List<Integer> getNodeChoices() {
        return upTo(chosenType().map(AcceleratorOption::maxNodes).orElse(1));
    }

    /** @return usual lengths up to the template's, its own default and its longest */
    public List<Integer> getTimeChoices() {
        return find().map(template -> Stream.concat(
                                TIMES.stream(),
                                Stream.of((int) template.defaultTimeLimit().toMinutes(), (int)
                                        template.maxTimeLimit().toMinutes()))
                        .filter(minutes -> minutes <= template.maxTimeLimit().toMinutes())
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    public boolean isCpuOnly() {
        return choice.type == null || choice.type.equals(Template.CPU);
    }

    public boolean isStartsNow() {
        return chosenType()
                .map(type -> type.free() >= Math.max(1, choice.perNode) * choice.nodes)
                .orElse(false);
    }

    public String label(AcceleratorOption type) {
        return texts.text("start.typeFree", type.name().toUpperCase(Locale.ROOT), type.free(), type.total());
    }

    public String hours(int minutes) {
        return minutes % HOUR == 0 ? texts.text("time.hours", minutes / HOUR) : texts.text("time.minutes", minutes);
    }

    private Optional<TemplateOption> find() {
        return getTemplates().stream()
                .filter(template -> template.key().equals(choice.template))
                .findFirst();
    }

    private Optional<AcceleratorOption> chosenType() {
        return getTypes().stream()
                .filter(type -> type.name().equals(choice.type))
                .findFirst();
    }

    private static List<Integer> upTo(int most) {
        return IntStream.rangeClosed(1, Math.max(1, most)).boxed().toList();
    }

    public StartChoice getChoice() {
        return choice;
    }
}
