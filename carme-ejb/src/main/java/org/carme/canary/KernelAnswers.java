package org.carme.canary;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Waits for a kernel's result among all that it says. */
final class KernelAnswers implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();
    private volatile String result;

    /** @return as text; empty while there is none */
    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            read(message.toString());
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject said = reader.readObject();
            if (said.getString("msg_type", "").equals("execute_result")) {
                result = said.getJsonObject("content").getJsonObject("data").getString("text/plain", "");
            }
        } catch (JsonException | ClassCastException e) {
            // whatever else it says is not what was asked
            message.setLength(0);
        }
    }
}
