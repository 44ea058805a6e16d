package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.images.ImageReference;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.TemplateOption;

/** Puts into the start form what was chosen before, as far as it is still offered. */
@Named
@RequestScoped
public class KeptChoice {
    private static final String PREFIX = "kept-";

    @Inject
    StartForm form;

    @Inject
    ExternalContext external;

    private Map<String, String> wanted = Map.of();
    private final List<String> missing = new ArrayList<>();

    /** What the browser has kept over a login or a reload. */
    public void restore() {
        Map<String, String> kept = new HashMap<>();
        external.getRequestParameterMap().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                kept.put(name.substring(PREFIX.length()), value);
            }
        });
        fill(kept);
    }

    /**
     * Fills the form.
     *
     * @param values by field, {@code template} as its {@link TemplateOption#key()}
     * @return the values that are not offered any more, in the form's order
     */
    List<String> fill(Map<String, String> values) {
        wanted = values;
        StartChoice choice = form.getChoice();
        offered(
                        "template",
                        form.getTemplates().stream().map(TemplateOption::key).toList())
                .ifPresent(choice::setTemplate);
        form.templateChosen();
        offered("type", form.getTypes().stream().map(AcceleratorOption::name).toList())
                .ifPresent(choice::setType);
        form.typeChosen();
        chooseImage(choice);
        offered("perNode", form.getPerNodeChoices()).ifPresent(choice::setPerNode);
        form.perNodeChosen();
        offered("nodes", form.getNodeChoices()).ifPresent(choice::setNodes);
        offered("minutes", form.getTimeChoices()).ifPresent(choice::setMinutes);
        choice.setName(values.get("name"));
        choice.setStageIn(values.get("stageIn"));
        choice.setStageOut(values.get("stageOut"));
        return missing;
    }

    /** Of an image whose wanted version is gone, the present one is chosen; a bare name always means that one. */
    private void chooseImage(StartChoice choice) {
        String kept = wanted.getOrDefault("image", "");
        ImageReference reference = ImageReference.of(kept);
        List<String> present = form.getImages().stream()
                .filter(image -> image.name().equals(reference.name()))
                .map(ImageChoice::value)
                .toList();
        present.stream().findFirst().ifPresent(choice::setImage);
        if (present.contains(kept)) {
            choice.setImage(kept);
        } else if (!kept.isEmpty() && (present.isEmpty() || reference.version().isPresent())) {
            missing.add(kept);
        }
    }

    /** A template is also offered by another project or group when that one no longer has it. */
    String key(String template, Optional<String> project) {
        List<TemplateOption> named = form.getTemplates().stream()
                .filter(option -> option.name().equals(template))
                .toList();
        return named.stream()
                .filter(option -> project.filter(option.project()::equals).isPresent())
                .findFirst()
                .or(() -> named.stream().findFirst())
                .map(TemplateOption::key)
                .orElse(template);
    }

    private <T> Optional<T> offered(String field, List<T> choices) {
        String value = wanted.get(field);
        Optional<T> found =
                choices.stream().filter(one -> one.toString().equals(value)).findFirst();
        if (value != null && found.isEmpty()) {
            missing.add(value);
        }
        return found;
    }
}
