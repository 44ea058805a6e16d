package org.carme.cluster.slurm;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads an answer as a stream: 10,000 jobs are up to 190 MB, of which one job's wanted fields are in memory at a time.
 */
final class AnswerReader {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final Set<String> TOP =
            Set.of("errors", "meta", "pings", "job_id", "job_submit_user_msg", "status", "last_update");

    /**
     * The list that an answer is about.
     *
     * @param fields what is wanted of each item
     * @param each gets the items in order
     */
    record Items(String list, Set<String> fields, Consumer<Fields> each) {
        static final Items NONE = new Items("", Set.of(), item -> {});
    }

    private AnswerReader() {}

    /**
     * @return the small values of the outermost object
     * @throws IOException also if the text is cut off or no JSON
     */
    static Fields read(InputStream input, Items items) throws IOException {
        // A reader replaces bytes that are not UTF-8; the parser's own decoder would end the answer there.
        try (JsonParser parser = PARSERS.createParser(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            Map<String, JsonValue> top = new HashMap<>();
            if (parser.next() != Event.START_OBJECT) {
                throw new IOException("The answer is no JSON object");
            }
            while (parser.next() == Event.KEY_NAME) {
                String key = parser.getString();
                Event event = parser.next();
                if (key.equals(items.list()) && event == Event.START_ARRAY) {
                    readList(parser, items);
                } else {
                    keep(parser, key, event, TOP, top);
                }
            }
            return new Fields(top);
        } catch (JsonException | IllegalStateException e) {
            throw new IOException("The answer cannot be read: " + e.getMessage(), e);
        }
    }

    private static void readList(JsonParser parser, Items items) {
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event == Event.START_OBJECT) {
                items.each().accept(readObject(parser, items.fields()));
            } else {
                skip(parser, event);
            }
        }
    }

    private static Fields readObject(JsonParser parser, Set<String> wanted) {
        Map<String, JsonValue> values = new HashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String key = parser.getString();
            keep(parser, key, parser.next(), wanted, values);
        }
        return new Fields(values);
    }

    private static void keep(
            JsonParser parser, String key, Event event, Set<String> wanted, Map<String, JsonValue> values) {
        if (wanted.contains(key)) {
            values.put(key, parser.getValue());
        } else {
            skip(parser, event);
        }
    }

    private static void skip(JsonParser parser, Event event) {
        if (event == Event.START_OBJECT) {
            parser.skipObject();
        } else if (event == Event.START_ARRAY) {
            parser.skipArray();
        }
    }
}
