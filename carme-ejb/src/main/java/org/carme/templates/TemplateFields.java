package org.carme.templates;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carme.configuration.FileObject;

/** A template as a file has it and as the audit log tells of it; docs/reference/templates-file.md explains the fields. */
final class TemplateFields {
    private static final Set<String> NAMES = Set.of(
            "name",
            "enabled",
            "groups",
            "partition",
            "account",
            "qos",
            "features",
            "maxJobs",
            "maxNodes",
            "maxMinutes",
            "defaultMinutes",
            "cpusPerAccelerator",
            "megabytesPerAccelerator",
            "accelerators",
            "images");

    private TemplateFields() {}

    static Map<String, Object> of(Template template) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", template.name());
        fields.put("enabled", template.enabled());
        fields.put("groups", List.copyOf(template.groups()));
        fields.put("partition", template.partition());
        template.account().ifPresent(account -> fields.put("account", account));
        template.qos().ifPresent(qos -> fields.put("qos", qos));
        template.features().ifPresent(features -> fields.put("features", features));
        fields.put("maxJobs", (long) template.maxJobs());
        fields.put("maxNodes", (long) template.maxNodes());
        fields.put("maxMinutes", template.maxTime().toMinutes());
        fields.put("defaultMinutes", template.defaultTime().toMinutes());
        fields.put("cpusPerAccelerator", (long) template.cpusPerAccelerator());
        fields.put("megabytesPerAccelerator", template.megabytesPerAccelerator());
        fields.put("accelerators", new TreeMap<>(template.accelerators()));
        fields.put("images", template.images().stream().sorted().toList());
        return fields;
    }

    /** Numbers that are too great for their kind become the greatest of it, which the rules refuse. */
    static Template read(FileObject object) {
        object.requireOnly(NAMES);
        Map<String, Integer> accelerators = new TreeMap<>();
        object.numbers("accelerators").forEach((type, most) -> accelerators.put(type, whole(most)));
        return new Template(
                object.text("name"),
                Set.copyOf(object.texts("groups")),
                object.text("partition"),
                object.optionalText("account"),
                object.optionalText("qos"),
                object.optionalText("features"),
                whole(object.number("maxJobs")),
                whole(object.number("maxNodes")),
                Duration.ofMinutes(object.number("maxMinutes")),
                Duration.ofMinutes(object.number("defaultMinutes")),
                whole(object.number("cpusPerAccelerator")),
                object.number("megabytesPerAccelerator", 0),
                accelerators,
                object.texts("images"),
                object.flag("enabled", true));
    }

    private static int whole(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
