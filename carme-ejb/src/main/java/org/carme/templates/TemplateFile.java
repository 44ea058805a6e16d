package org.carme.templates;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The file that describes the first templates and images; docs/reference/templates-file.md explains it. */
record TemplateFile(List<ImageOption> images, List<Template> templates) {
    /** @throws IllegalArgumentException naming what is missing or wrong */
    static TemplateFile read(Reader text) {
        try (JsonReader reader = Json.createReader(text)) {
            JsonObject root = reader.readObject();
            List<ImageOption> images = root.getJsonArray("images").getValuesAs(JsonObject.class).stream()
                    .map(image -> new ImageOption(
                            image.getString("name"), image.getString("title"), image.getString("description")))
                    .toList();
            List<Template> templates = root.getJsonArray("templates").getValuesAs(JsonObject.class).stream()
                    .map(template -> template(template, images))
                    .toList();
            return new TemplateFile(images, templates);
        } catch (JsonException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("a key is missing or has the wrong type: " + e.getMessage(), e);
        }
    }

    private static Template template(JsonObject json, List<ImageOption> images) {
        Map<String, Integer> accelerators = new TreeMap<>();
        JsonObject types = json.getJsonObject("accelerators");
        types.keySet().forEach(type -> accelerators.put(type, types.getInt(type)));
        return new Template(
                json.getString("name"),
                Set.copyOf(strings(json, "groups")),
                json.getString("partition"),
                Optional.ofNullable(json.getString("account", null)),
                Optional.ofNullable(json.getString("qos", null)),
                Optional.ofNullable(json.getString("features", null)),
                positive(json, "maxJobs"),
                positive(json, "maxNodes"),
                Duration.ofMinutes(positive(json, "maxMinutes")),
                Duration.ofMinutes(positive(json, "defaultMinutes")),
                positive(json, "cpusPerAccelerator"),
                json.getInt("megabytesPerAccelerator", 0),
                accelerators,
                strings(json, "images").stream()
                        .map(name -> image(images, name))
                        .toList(),
                true);
    }

    private static List<String> strings(JsonObject json, String key) {
        return json.getJsonArray(key).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static int positive(JsonObject json, String key) {
        int value = json.getInt(key);
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1");
        }
        return value;
    }

    private static ImageOption image(List<ImageOption> images, String name) {
        return images.stream()
                .filter(image -> image.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no image " + name));
    }
}
