package org.carme.templates;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One field of a template in words, to tell what a change has changed. */
record TemplateField(String name, String value) {
    /** @return what differs, as {@code field: before → after} separated by semicolons */
    static String difference(Template before, Template after) {
        List<TemplateField> old = all(before);
        List<TemplateField> present = all(after);
        return IntStream.range(0, present.size())
                .filter(i -> !old.get(i).equals(present.get(i)))
                .mapToObj(i -> present.get(i).name + ": " + old.get(i).value + " → " + present.get(i).value)
                .collect(Collectors.joining("; "));
    }

    private static List<TemplateField> all(Template template) {
        return List.of(
                of("enabled", template.enabled()),
                of("groups", String.join(", ", template.groups())),
                of("partition", template.partition()),
                of("account", template.account().orElse("–")),
                of("qos", template.qos().orElse("–")),
                of("features", template.features().orElse("–")),
                of("maxJobs", template.maxJobs()),
                of("maxNodes", template.maxNodes()),
                of("maxMinutes", template.maxTime().toMinutes()),
                of("defaultMinutes", template.defaultTime().toMinutes()),
                of("cpusPerAccelerator", template.cpusPerAccelerator()),
                of("megabytesPerAccelerator", template.megabytesPerAccelerator()),
                of("accelerators", template.accelerators()),
                of(
                        "images",
                        template.images().stream()
                                .map(ImageOption::name)
                                .sorted()
                                .toList()));
    }

    private static TemplateField of(String name, Object value) {
        return new TemplateField(name, String.valueOf(value));
    }
}
