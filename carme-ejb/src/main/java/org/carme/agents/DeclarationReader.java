package org.carme.agents;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one declaration's JSON; what is wrong is named by its key. What the values mean is checked elsewhere. */
final class DeclarationReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "title",
            "icon",
            "command",
            "environment",
            "files",
            "listen",
            "readiness",
            "readinessStatus",
            "open",
            "basePath",
            "secret",
            "needs");

    private final JsonObject json;

    private DeclarationReader(JsonObject json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException naming the key, for whatever is wrong in it */
    static EntryPointDeclaration read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return new DeclarationReader(reader.readObject()).declaration();
        } catch (JsonException e) {
            throw new IllegalArgumentException("not a JSON object: " + e.getMessage(), e);
        }
    }

    private EntryPointDeclaration declaration() {
        knownKeys(json, KEYS);
        return new EntryPointDeclaration(
                text("name"),
                text("title"),
                text("icon"),
                texts("command"),
                optional("environment", DeclarationReader::textMap).orElse(Map.of()),
                optional("files", DeclarationReader::textMap).orElse(Map.of()),
                oneOf(
                        "listen",
                        Map.of(
                                "unix",
                                EntryPointDeclaration.Listen.UNIX,
                                "loopback",
                                EntryPointDeclaration.Listen.LOOPBACK)),
                text("readiness"),
                optional("readinessStatus", DeclarationReader::statusList).orElse(List.of(200)),
                optional("open", DeclarationReader::asText).orElse(""),
                oneOf("basePath", Map.of("keep", false, "strip", true)),
                optional("secret", DeclarationReader::secretHeader),
                json.containsKey("needs") ? texts("needs") : List.of());
    }

    private String text(String key) {
        return required(key, DeclarationReader::asText);
    }

    private List<String> texts(String key) {
        return required(
                key,
                value -> value.asJsonArray().stream()
                        .map(DeclarationReader::asText)
                        .toList());
    }

    private <T> T oneOf(String key, Map<String, T> values) {
        return required(
                key,
                value -> Optional.ofNullable(values.get(asText(value)))
                        .orElseThrow(() -> new IllegalArgumentException(key + ": not one of " + values.keySet())));
    }

    private <T> T required(String key, Function<JsonValue, T> reading) {
        return optional(key, reading).orElseThrow(() -> new IllegalArgumentException(key + ": missing"));
    }

    private <T> Optional<T> optional(String key, Function<JsonValue, T> reading) {
        try {
            return Optional.ofNullable(json.get(key)).map(reading);
        } catch (ClassCastException | ArithmeticException e) {
            throw new IllegalArgumentException(key + ": of the wrong type", e);
        }
    }

    private static String asText(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static Map<String, String> textMap(JsonValue value) {
        Map<String, String> texts = new LinkedHashMap<>();
        value.asJsonObject().forEach((key, text) -> texts.put(key, asText(text)));
        return texts;
    }

    private static List<Integer> statusList(JsonValue value) {
        JsonArray codes = value.asJsonArray();
        return codes.getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::intValueExact)
                .toList();
    }

    private static SecretHeader secretHeader(JsonValue value) {
        JsonObject object = value.asJsonObject();
        knownKeys(object, Set.of("header", "value"));
        if (object.size() != 2) {
            throw new IllegalArgumentException("secret: needs header and value");
        }
        return new SecretHeader(asText(object.get("header")), asText(object.get("value")));
    }

    private static void knownKeys(JsonObject object, Set<String> known) {
        object.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(key + ": unknown key");
        });
    }
}
