package org.carme.rest.bodies;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;

/**
 * Compares JSON with the type that it is to become. What is missing or null, the type's constraints judge; what the type
 * has no place for is refused, because a name that is spelt wrongly would count for nothing.
 */
final class BodyForm {
    private static final BigDecimal INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Map<Class<?>, BigDecimal> LARGEST =
            Map.of(int.class, INT, Integer.class, INT, long.class, LONG, Long.class, LONG);

    private BodyForm() {}

    /** @throws InvalidRequestException that names the first value of another type, or of no use */
    static void check(JsonValue body, Class<?> type) {
        if (!(body instanceof JsonObject object)) {
            throw new InvalidRequestException("invalid-request.body");
        }
        members(object, type, "");
    }

    private static void members(JsonObject object, Class<?> type, String before) {
        Set<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        object.keySet().forEach(name -> require(known.contains(name), "unknown-field", before + name));
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            value(object.getOrDefault(name, JsonValue.NULL), component.getGenericType(), before + name);
        }
    }

    private static void value(JsonValue value, Type type, String name) {
        if (value == JsonValue.NULL) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            parts(value, generic, name);
        } else if (type instanceof Class<?> single) {
            single(value, single, name);
        }
    }

    private static void parts(JsonValue value, ParameterizedType type, String name) {
        Type part = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)) {
            require(value instanceof JsonArray, "list", name);
            for (int i = 0; i < value.asJsonArray().size(); i++) {
                value(value.asJsonArray().get(i), part, name + "[" + i + "]");
            }
        } else if (type.getRawType() == Map.class) {
            require(value instanceof JsonObject, "object", name);
            value.asJsonObject().forEach((key, element) -> value(element, part, name + "." + key));
        }
    }

    private static void single(JsonValue value, Class<?> type, String name) {
        if (type == String.class) {
            require(value instanceof JsonString, "text", name);
        } else if (LARGEST.containsKey(type)) {
            require(
                    value instanceof JsonNumber number && isWhole(number.bigDecimalValue(), LARGEST.get(type)),
                    "whole-number",
                    name);
        } else if (type == Boolean.class || type == boolean.class) {
            require(value == JsonValue.TRUE || value == JsonValue.FALSE, "boolean", name);
        } else if (type.isEnum()) {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            require(
                    value instanceof JsonString word && words.contains(word.getString()),
                    "one-of",
                    name,
                    String.join(", ", words));
        } else if (type.isRecord()) {
            require(value instanceof JsonObject, "object", name);
            members(value.asJsonObject(), type, name + ".");
        }
    }

    private static boolean isWhole(BigDecimal number, BigDecimal largest) {
        return number.abs().compareTo(largest) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static void require(boolean right, String form, String name, Object... more) {
        if (!right) {
            throw InvalidRequestException.naming(name, "invalid-request." + form, more);
        }
    }
}
