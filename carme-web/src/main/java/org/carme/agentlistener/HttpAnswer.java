package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer in JSON; the connection ends with it. */
record HttpAnswer(int status, JsonObject body) {
    private static final int FIRST_ERROR = 400;
    private static final int UNAVAILABLE = 503;

    static HttpAnswer ok(JsonObject body) {
        return new HttpAnswer(200, body);
    }

    /** A problem of RFC 9457 with a stable code. */
    static HttpAnswer problem(int status, String code) {
        return new HttpAnswer(status, problemBody(status, code).build());
    }

    static JsonObjectBuilder problemBody(int status, String code) {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("code", code);
    }

    void write(OutputStream out) throws IOException {
        byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " \r\n"
                + "Content-Type: application/" + (status < FIRST_ERROR ? "json" : "problem+json") + "\r\n"
                + "Content-Length: " + content.length + "\r\n"
                + "Cache-Control: no-store\r\n"
                + (status == UNAVAILABLE ? "Retry-After: 1\r\n" : "")
                + "Connection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
    }
}
