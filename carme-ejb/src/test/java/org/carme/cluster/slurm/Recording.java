package org.carme.cluster.slurm;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * An answer of a real slurmrestd, kept below {@code slurmrest} as it came, after the request that led to it.
 *
 * @param body one character for each byte, so that bytes that are no UTF-8 survive
 */
record Recording(int status, String type, String body) {
    private static final String SEPARATOR = "\n---\n";

    static Recording of(String name) {
        try (InputStream file = Recording.class.getResourceAsStream("/slurmrest/" + name + ".http")) {
            String text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            String answer = text.substring(text.indexOf(SEPARATOR) + SEPARATOR.length());
            int end = answer.indexOf("\n\n");
            List<String> head = answer.substring(0, end).lines().toList();
            String type = head.stream()
                    .filter(line -> line.startsWith("Content-Type:"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .orElse("");
            return new Recording(Integer.parseInt(head.get(0).split(" ")[1]), type, answer.substring(end + 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording json(String body) {
        return new Recording(200, "application/json", body);
    }

    Recording replace(String old, String replacement) {
        return new Recording(status, type, body.replace(old, replacement));
    }

    /** @return that many times the first item of the list, and nothing else */
    Recording times(int times, String list) {
        JsonObject answer = Json.createReader(new StringReader(body)).readObject();
        String item = answer.getJsonArray(list).get(0).toString();
        return json("{\"" + list + "\":[" + (item + ',').repeat(times - 1) + item + "]}");
    }

    /** @return as the adapter reads it, had it taken that long */
    Answer answer(Duration took) {
        boolean json = type.endsWith("json");
        try {
            Fields top =
                    json ? AnswerReader.read(new ByteArrayInputStream(bytes()), AnswerReader.Items.NONE) : Fields.NONE;
            return new Answer(status, json, top, took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void play(HttpExchange exchange) throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes());
        }
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }
}
