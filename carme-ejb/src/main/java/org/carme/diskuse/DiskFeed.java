package org.carme.diskuse;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of the site in the format that Open OnDemand reads.
 *
 * @param disks by user
 */
record DiskFeed(Instant asOf, Map<String, List<DiskUse>> disks) {
    static final DiskFeed NONE = new DiskFeed(Instant.EPOCH, Map.of());

    private static final long BLOCK = 1024;
    private static final double MOST = 1e15;
    private static final double LAST_SECOND = 1e11;

    /**
     * Reads all of it.
     *
     * @throws IllegalArgumentException naming the entry and its key that is wrong
     */
    static DiskFeed read(String text) {
        JsonObject feed = object(text);
        if (!(feed.get("quotas") instanceof JsonArray entries)) {
            throw new IllegalArgumentException("quotas: no array");
        }
        Map<String, List<DiskUse>> disks = new HashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            if (!(entries.get(index) instanceof JsonObject entry)) {
                throw new IllegalArgumentException("quotas[" + index + "]: no object");
            }
            String where = "quotas[" + index + "].";
            disks.computeIfAbsent(text(entry, where, "user"), user -> new ArrayList<>())
                    .add(use(entry, where));
        }
        return new DiskFeed(asOf(feed), disks);
    }

    Optional<DiskReport> of(String user) {
        return Optional.ofNullable(disks.get(user)).map(own -> new DiskReport(asOf, own));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("no JSON object: " + e.getMessage(), e);
        }
    }

    private static Instant asOf(JsonObject feed) {
        double seconds = number(feed, "", "timestamp");
        if (seconds > LAST_SECOND) {
            throw new IllegalArgumentException("timestamp: not in seconds since 1970");
        }
        return Instant.ofEpochSecond((long) seconds);
    }

    private static DiskUse use(JsonObject entry, String where) {
        return new DiskUse(
                text(entry, where, "path"),
                BLOCK * (long) number(entry, where, "total_block_usage"),
                limit(entry, where, "block_limit", BLOCK),
                (long) number(entry, where, "total_file_usage"),
                limit(entry, where, "file_limit", 1));
    }

    private static String text(JsonObject entry, String where, String key) {
        if (entry.get(key) instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw new IllegalArgumentException(where + key + ": no text");
    }

    /** File systems say 0 where there is none; who has none may leave it out. */
    private static OptionalLong limit(JsonObject entry, String where, String key, long unit) {
        if (entry.getOrDefault(key, JsonValue.NULL) == JsonValue.NULL) {
            return OptionalLong.empty();
        }
        long limit = (long) number(entry, where, key);
        return limit == 0 ? OptionalLong.empty() : OptionalLong.of(unit * limit);
    }

    private static double number(JsonObject entry, String where, String key) {
        if (entry.get(key) instanceof JsonNumber number && number.doubleValue() >= 0 && number.doubleValue() <= MOST) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(where + key + ": no number from 0 to 1e15");
    }
}
