package org.carme.builds;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** How far steps have come, as one text. */
final class ProgressWords {
    private ProgressWords() {}

    static String of(List<StepProgress> steps) {
        JsonArrayBuilder words = Json.createArrayBuilder();
        steps.forEach(step -> words.add(Json.createObjectBuilder()
                .add("kind", step.kind())
                .add("title", step.title())
                .add("state", step.state().name())
                .add("seconds", step.seconds())));
        return words.build().toString();
    }

    static List<StepProgress> read(String words) {
        try (JsonReader reader = Json.createReader(new StringReader(words))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(step -> new StepProgress(
                            step.getString("kind"),
                            step.getString("title"),
                            StepProgress.State.valueOf(step.getString("state")),
                            step.getJsonNumber("seconds").longValue()))
                    .toList();
        }
    }
}
