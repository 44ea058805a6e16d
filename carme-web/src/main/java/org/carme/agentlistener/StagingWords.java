package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.agents.DataClaim;
import org.carme.staging.StagingOrder;
import org.carme.staging.StagingProgress;

/** A job's data, and what its agents say of them, in the words of the protocol. */
final class StagingWords {
    private StagingWords() {}

    static JsonObjectBuilder of(StagingOrder order) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (StagingOrder.Item item : order.items()) {
            JsonObjectBuilder words = Json.createObjectBuilder().add("source", item.source());
            item.dataset().ifPresent(name -> words.add("dataset", name));
            items.add(words);
        }
        JsonObjectBuilder words =
                Json.createObjectBuilder().add("items", items).add("folders", Json.createArrayBuilder(order.folders()));
        order.results().ifPresent(path -> words.add("results", path));
        return words;
    }

    /** What makes no sense is as if it had not been said. */
    static DataClaim claim(JsonObject report) {
        return new DataClaim(read(report, "staging"), read(report, "results"));
    }

    private static Optional<StagingProgress> read(JsonObject report, String key) {
        if (!(report.get(key) instanceof JsonObject said)) {
            return Optional.empty();
        }
        return Stream.of(StagingProgress.State.values())
                .filter(state -> state.name().equalsIgnoreCase(text(said, "state")))
                .findFirst()
                .map(state -> new StagingProgress(
                        state,
                        bytes(said, "bytes"),
                        bytes(said, "totalBytes"),
                        text(said, "item"),
                        text(said, "detail")));
    }

    private static long bytes(JsonObject said, String key) {
        return said.get(key) instanceof JsonNumber number ? (long) Math.max(0, number.doubleValue()) : 0;
    }

    private static String text(JsonObject said, String key) {
        return said.get(key) instanceof JsonString text ? text.getString() : "";
    }
}
