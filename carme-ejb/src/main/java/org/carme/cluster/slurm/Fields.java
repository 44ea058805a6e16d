package org.carme.cluster.slurm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object of an answer, read as leniently as Slurm writes: a number may be plain, in quotes, null or an object that
 * says whether it is set; a list may be a single word. What cannot be understood is as if it were not there.
 */
record Fields(Map<String, ? extends JsonValue> values) {
    static final Fields NONE = new Fields(Map.of());

    /** Slurm's 32-bit marks for "not set" and "infinite"; no time or limit of ours comes near. */
    private static final long NO_VALUE = 0xFFFF_FFFDL;

    private static final Set<String> NOTHING = Set.of("None", "N/A", "(null)", "None assigned");

    boolean isList(String key) {
        return value(key).getValueType() == JsonValue.ValueType.ARRAY;
    }

    String text(String key) {
        return text(value(key));
    }

    /** @return empty, too, for Slurm's words for nothing */
    String word(String key) {
        String word = text(key).strip();
        return NOTHING.contains(word) ? "" : word;
    }

    Optional<Long> number(String key) {
        return number(value(key));
    }

    int count(String key) {
        return number(key)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .orElse(0L)
                .intValue();
    }

    Optional<Instant> time(String key) {
        return number(key).filter(Fields::isMeant).map(Instant::ofEpochSecond);
    }

    Optional<Duration> minutes(String key) {
        return number(key).filter(Fields::isMeant).map(Duration::ofMinutes);
    }

    /** @return in capitals, without what is said in parentheses or after a blank ("CANCELLED by 7001") */
    List<String> words(String key) {
        return texts(key)
                .map(text -> text.strip().split("[ +(]")[0].toUpperCase(Locale.ROOT))
                .toList();
    }

    Stream<String> texts(String key) {
        JsonValue value = value(key);
        Stream<JsonValue> all = value instanceof JsonArray array ? array.stream() : Stream.of(value);
        return all.map(Fields::text).filter(text -> !text.isEmpty());
    }

    Fields object(String key) {
        return value(key) instanceof JsonObject object ? new Fields(object) : NONE;
    }

    /** @return the objects of a list */
    List<Fields> objects(String key) {
        Stream<JsonValue> all = value(key) instanceof JsonArray array ? array.stream() : Stream.empty();
        return all.filter(JsonObject.class::isInstance)
                .map(object -> new Fields(object.asJsonObject()))
                .toList();
    }

    private JsonValue value(String key) {
        JsonValue value = values.get(key);
        return value == null ? JsonValue.NULL : value;
    }

    private static boolean isMeant(long number) {
        return number > 0 && number < NO_VALUE;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : "";
    }

    private static Optional<Long> number(JsonValue value) {
        if (value instanceof JsonObject object) {
            boolean set = object.getBoolean("set", false) && !object.getBoolean("infinite", false);
            return set ? number(object.getOrDefault("number", JsonValue.NULL)) : Optional.empty();
        }
        double number = value instanceof JsonNumber plain ? plain.doubleValue() : Double.NaN;
        // Beyond 2^53 a double is no longer exact, and nothing of Slurm's that we read is that large.
        return Math.abs(number) < 0x1p53 ? Optional.of((long) number) : quoted(value);
    }

    private static Optional<Long> quoted(JsonValue value) {
        String text = text(value);
        return text.matches("-?[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
