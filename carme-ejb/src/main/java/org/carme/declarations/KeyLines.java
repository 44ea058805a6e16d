package org.carme.declarations;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/** On which line of a file its keys stand. */
final class KeyLines {
    private final Map<String, Long> lines = new HashMap<>();

    private KeyLines() {}

    /** As far as the text can be read. */
    static KeyLines of(String text) {
        KeyLines keys = new KeyLines();
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            keys.read(parser);
        } catch (JsonException e) {
            // whoever read the whole of it has said where it breaks off
            return keys;
        }
        return keys;
    }

    /** @return the line of the key that a message begins with, for the message to follow; empty if there is no such key */
    String named(String message) {
        Long line = lines.get(message.split(":", 2)[0]);
        return line == null ? "" : "line " + line + ": ";
    }

    private void read(JsonParser parser) {
        int depth = 0;
        while (parser.hasNext()) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case KEY_NAME -> note(parser, depth == 1);
                default -> {}
            }
        }
    }

    /** Of keys that are called the same, the outermost one is meant. */
    private void note(JsonParser parser, boolean outermost) {
        long line = parser.getLocation().getLineNumber();
        if (outermost) {
            lines.put(parser.getString(), line);
        } else {
            lines.putIfAbsent(parser.getString(), line);
        }
    }
}
