package org.carme.advisories;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import us.springett.cvss.Cvss;
import us.springett.cvss.MalformedVectorException;

/**
 * How bad an advisory is. A distribution's own word counts first, because it knows what it ships; then the worst CVSS
 * vector; then the word of the database.
 */
final class Rating {
    private static final double LEAST_MEDIUM = 4;
    private static final double LEAST_HIGH = 7;
    private static final double LEAST_CRITICAL = 9;
    private static final Map<String, Severity> WORDS = Map.of(
            "critical", Severity.CRITICAL,
            "high", Severity.HIGH,
            "important", Severity.HIGH,
            "medium", Severity.MEDIUM,
            "moderate", Severity.MEDIUM,
            "low", Severity.LOW,
            "negligible", Severity.LOW,
            "unimportant", Severity.LOW);

    private Rating() {}

    /**
     * @param advisory severity and database's word of the whole
     * @param affected the package's own
     */
    static Severity of(JsonObject advisory, JsonObject affected) {
        return word(affected.get("ecosystem_specific"), "urgency")
                .or(() -> scores(advisory, affected)
                        .flatMap(score -> word(score, "score").stream())
                        .max(Comparator.naturalOrder()))
                .or(() -> scores(advisory, affected)
                        .flatMap(score -> cvss(text(score, "score")).stream())
                        .max(Comparator.naturalOrder()))
                .or(() -> word(advisory.get("database_specific"), "severity"))
                .orElse(Severity.UNRATED);
    }

    private static Stream<JsonValue> scores(JsonObject advisory, JsonObject affected) {
        return Stream.of(affected, advisory)
                .map(object -> object.get("severity"))
                .filter(JsonArray.class::isInstance)
                .flatMap(list -> list.asJsonArray().stream());
    }

    private static Optional<Severity> word(JsonValue object, String key) {
        return Optional.ofNullable(WORDS.get(text(object, key).toLowerCase(Locale.ROOT)));
    }

    private static String text(JsonValue object, String key) {
        return object instanceof JsonObject fields && fields.get(key) instanceof JsonString text
                ? text.getString()
                : "";
    }

    private static Optional<Severity> cvss(String vector) {
        if (!vector.startsWith("CVSS:3")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Cvss.fromVector(vector))
                    .map(read -> of(read.calculateScore().getBaseScore()));
        } catch (MalformedVectorException e) {
            return Optional.empty();
        }
    }

    private static Severity of(double score) {
        if (score >= LEAST_CRITICAL) {
            return Severity.CRITICAL;
        }
        if (score >= LEAST_HIGH) {
            return Severity.HIGH;
        }
        return score >= LEAST_MEDIUM ? Severity.MEDIUM : Severity.LOW;
    }
}
