package org.carme.declarations;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Typed access to a declaration's JSON; what is wrong is named by its key, in an {@link IllegalArgumentException}. */
public final class DeclaredObject {
    private final JsonObject json;

    private DeclaredObject(JsonObject json) {
        this.json = json;
    }

    /** Reads a whole file's text. */
    public static DeclaredObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new DeclaredObject(reader.readObject());
        } catch (JsonException e) {
            throw new IllegalArgumentException("not a JSON object: " + e.getMessage(), e);
        }
    }

    /** To be used where a value is an object itself. */
    public static DeclaredObject of(JsonValue value) {
        return new DeclaredObject(value.asJsonObject());
    }

    /** Refuses any other key. */
    public DeclaredObject requireOnly(Set<String> keys) {
        json.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(key + ": unknown key");
        });
        return this;
    }

    public String text(String key) {
        return required(key, DeclaredObject::asText);
    }

    public List<String> texts(String key) {
        return required(key, DeclaredObject::asTexts);
    }

    /** @return empty also if there is no such key */
    public List<String> anyTexts(String key) {
        return optional(key, DeclaredObject::asTexts).orElse(List.of());
    }

    /** @return what the key's word stands for */
    public <T> T oneOf(String key, Map<String, T> values) {
        return Optional.ofNullable(values.get(text(key)))
                .orElseThrow(() -> new IllegalArgumentException(key + ": not one of " + values.keySet()));
    }

    /** @return in the order of the file; empty also if there is no such key */
    public <T> Map<String, T> anyMap(String key, Function<JsonValue, T> reading) {
        Map<String, T> values = new LinkedHashMap<>();
        optional(key, JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT)
                .forEach((name, value) -> values.put(name, read(key, value, reading)));
        return values;
    }

    public <T> T required(String key, Function<JsonValue, T> reading) {
        return optional(key, reading).orElseThrow(() -> new IllegalArgumentException(key + ": missing"));
    }

    /** @param reading may throw {@link ClassCastException} or {@link ArithmeticException} for a value of the wrong type */
    public <T> Optional<T> optional(String key, Function<JsonValue, T> reading) {
        return Optional.ofNullable(json.get(key)).map(value -> read(key, value, reading));
    }

    private static <T> T read(String key, JsonValue value, Function<JsonValue, T> reading) {
        try {
            return reading.apply(value);
        } catch (ClassCastException | ArithmeticException e) {
            throw new IllegalArgumentException(key + ": of the wrong type", e);
        }
    }

    public static String asText(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static List<String> asTexts(JsonValue value) {
        return value.asJsonArray().stream().map(DeclaredObject::asText).toList();
    }
}
