package org.carme.faces.templates;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.templates.Template;
import org.carme.templates.TemplateDetails;

/** A template as a row. */
public class TemplateRow {
    private final TemplateDetails details;
    private final Template template;
    private final Map<String, String> images;
    private final Texts texts;
    private final TypeTexts types;

    TemplateRow(TemplateDetails details, Map<String, String> images, Texts texts, TypeTexts types) {
        this.details = details;
        this.images = images;
        this.template = details.template();
        this.texts = texts;
        this.types = types;
    }

    public String getName() {
        return template.name();
    }

    public boolean isEnabled() {
        return template.enabled();
    }

    public String getGroups() {
        return String.join(", ", template.groups());
    }

    public String getPartition() {
        return template.partition();
    }

    /** @return most per node by type, such as {@code 4 × A100, CPU} */
    public String getAccelerators() {
        return template.accelerators().entrySet().stream()
                .map(entry -> (entry.getValue() == 0 ? "" : entry.getValue() + " × ") + types.title(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** @return most jobs, nodes and time in one line */
    public String getLimits() {
        return texts.text(
                "templates.limits",
                template.maxJobs(),
                template.maxNodes(),
                duration(template.maxTime().toMinutes()));
    }

    private String duration(long minutes) {
        return minutes % 60 == 0 ? texts.text("time.hours", minutes / 60) : texts.text("time.minutes", minutes);
    }

    public String getImages() {
        return template.images().stream().map(images::get).sorted().collect(Collectors.joining(", "));
    }

    public long getActiveJobs() {
        return details.activeJobs();
    }

    /** @return in words what it points to that the cluster does not have */
    public List<String> getProblems() {
        return details.problems().stream()
                .map(problem -> texts.text(
                        "templates.problem." + problem.kind(),
                        problem.type().map(types::title).orElse(problem.what())))
                .toList();
    }
}
