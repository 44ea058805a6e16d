package org.carme.advisories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.carme.packages.JsonDepth;

/** Reads one advisory in the OSV format. Of each package only what somebody has is kept in memory. */
final class OsvReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_VERSION = 255;
    private static final int MOST_NAMES = 100;
    private static final Set<String> KEPT = Set.of(
            "id",
            "modified",
            "withdrawn",
            "aliases",
            "upstream",
            "summary",
            "details",
            "severity",
            "database_specific");

    private final InstalledPackages installed;
    private final JsonObjectBuilder advisory = Json.createObjectBuilder();
    private final List<Affected> concerned = new ArrayList<>();

    private OsvReader(InstalledPackages installed) {
        this.installed = installed;
    }

    static OsvAdvisory read(byte[] file, InstalledPackages installed) throws SkippedException {
        if (JsonDepth.isTooDeep(file)) {
            throw new SkippedException(SkipReason.NOT_OSV);
        }
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(file))) {
            return new OsvReader(installed).read(parser);
        } catch (ClassCastException | DateTimeParseException e) {
            throw new SkippedException(SkipReason.NOT_OSV);
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw new SkippedException(SkipReason.NOT_JSON);
        }
    }

    private OsvAdvisory read(JsonParser parser) throws SkippedException {
        if (parser.next() != JsonParser.Event.START_OBJECT) {
            throw new SkippedException(SkipReason.NOT_OSV);
        }
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String key = parser.getString();
            JsonParser.Event event = parser.next();
            if (key.equals("affected") && event == JsonParser.Event.START_ARRAY) {
                parser.getArrayStream().forEach(this::affected);
            } else if (KEPT.contains(key)) {
                advisory.add(key, parser.getValue());
            } else if (event == JsonParser.Event.START_OBJECT) {
                parser.skipObject();
            } else if (event == JsonParser.Event.START_ARRAY) {
                parser.skipArray();
            }
        }
        return advisory(advisory.build());
    }

    private void affected(JsonValue value) {
        Affected affected = new Affected(value.asJsonObject());
        if (!installed.find(affected.ecosystem(), affected.name()).isEmpty()) {
            concerned.add(affected);
        }
    }

    private OsvAdvisory advisory(JsonObject fields) throws SkippedException {
        String code = fields.getString("id", "").strip();
        if (code.isEmpty() || code.length() > LONGEST_NAME) {
            throw new SkippedException(SkipReason.NOT_OSV);
        }
        if (fields.containsKey("withdrawn")) {
            throw new SkippedException(SkipReason.WITHDRAWN);
        }
        Map<Long, OsvAdvisory.Match> matches = new LinkedHashMap<>();
        Severity severity = Severity.UNRATED;
        for (Affected affected : concerned) {
            List<OsvAdvisory.Match> found = matches(affected);
            found.forEach(match -> matches.putIfAbsent(match.software(), match));
            Severity own = found.isEmpty() ? severity : Rating.of(fields, affected.json());
            severity = own.compareTo(severity) > 0 ? own : severity;
        }
        return new OsvAdvisory(
                code,
                names(code, fields),
                severity,
                summary(fields),
                Instant.parse(fields.getString("modified", Instant.EPOCH.toString())),
                List.copyOf(matches.values()));
    }

    private List<OsvAdvisory.Match> matches(Affected affected) {
        return installed.find(affected.ecosystem(), affected.name()).stream()
                .filter(known -> affected.includes(known.installed()))
                .map(known -> new OsvAdvisory.Match(
                        known.id(),
                        affected.fixed(known.installed())
                                .filter(version -> version.length() <= LONGEST_VERSION)
                                .orElse("")))
                .toList();
    }

    private static List<String> names(String code, JsonObject fields) {
        Set<String> names = new LinkedHashSet<>(List.of(code));
        Stream.of("aliases", "upstream")
                .map(fields::get)
                .filter(JsonArray.class::isInstance)
                .flatMap(list -> list.asJsonArray().stream())
                .map(name -> ((JsonString) name).getString().strip())
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME)
                .limit(MOST_NAMES)
                .forEach(names::add);
        return List.copyOf(names);
    }

    /** Distributions often have details alone; their first line says it. */
    private static String summary(JsonObject fields) {
        String text = fields.getString("summary", "");
        String words = (text.isBlank() ? fields.getString("details", "") : text)
                .strip()
                .replaceAll("\\s+", " ");
        return words.length() <= LONGEST_SUMMARY ? words : words.substring(0, LONGEST_SUMMARY - 1) + "…";
    }
}
