package org.carme.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images and versions in plain values, to tell what has changed and what differs. */
final class ImageFields {
    /** Of a version, in the order in which people read them. */
    static final List<String> NAMES =
            List.of("runtime", "location", "digest", "binds", "flags", "entryPoints", "bytes", "accelerators", "notes");

    private ImageFields() {}

    static Map<String, Object> of(ImageProfile profile) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", profile.title());
        fields.put("groups", List.copyOf(profile.access().groups()));
        fields.put("projects", List.copyOf(profile.access().projects()));
        fields.put("description", profile.description());
        return fields;
    }

    static Map<String, Object> of(VersionSpec spec) {
        VersionContent content = spec.content();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runtime", content.runtime());
        fields.put("location", content.location());
        content.digest().ifPresent(digest -> fields.put("digest", digest));
        fields.put("binds", content.binds().stream().map(ImageFields::words).toList());
        fields.put("flags", content.flags());
        fields.put("entryPoints", content.entryPoints());
        spec.bytes().ifPresent(bytes -> fields.put("bytes", bytes));
        fields.put("accelerators", spec.accelerators());
        fields.put("notes", spec.notes());
        return fields;
    }

    /** @return empty for what is not there */
    static String words(Object value) {
        return value == null
                ? ""
                : value instanceof List<?> list
                        ? String.join(", ", list.stream().map(String::valueOf).toList())
                        : String.valueOf(value);
    }

    private static String words(ImageBind bind) {
        return bind.source() + " → " + bind.target() + (bind.readOnly() ? " (read only)" : "");
    }
}
