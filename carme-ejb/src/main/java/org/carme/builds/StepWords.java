package org.carme.builds;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/** A recipe's steps in the words of the agents' protocol, in which they are kept, too. */
final class StepWords {
    private StepWords() {}

    static JsonArray of(List<BuildStep> steps) {
        JsonArrayBuilder words = Json.createArrayBuilder();
        steps.forEach(step -> words.add(of(step)));
        return words.build();
    }

    private static JsonObjectBuilder of(BuildStep step) {
        JsonObjectBuilder words = Json.createObjectBuilder().add("kind", step.kind());
        if (step instanceof BuildStep.Apt apt) {
            return words.add("packages", Json.createArrayBuilder(apt.packages()));
        }
        if (step instanceof BuildStep.Pip pip) {
            return words.add("packages", Json.createArrayBuilder(pip.packages()));
        }
        if (step instanceof BuildStep.Conda conda) {
            return words.add("packages", Json.createArrayBuilder(conda.packages()));
        }
        if (step instanceof BuildStep.PutFile file) {
            return words.add("path", file.path()).add("text", file.text()).add("executable", file.executable());
        }
        if (step instanceof BuildStep.Environment variable) {
            return words.add("name", variable.name()).add("value", variable.value());
        }
        return words.add("script", ((BuildStep.Run) step).script());
    }

    /** @param words as {@link #of(List)} has made them */
    static List<BuildStep> read(String words) {
        try (JsonReader reader = Json.createReader(new StringReader(words))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(StepWords::step)
                    .toList();
        }
    }

    private static BuildStep step(JsonObject words) {
        return switch (words.getString("kind")) {
            case "apt" -> new BuildStep.Apt(packages(words));
            case "pip" -> new BuildStep.Pip(packages(words));
            case "conda" -> new BuildStep.Conda(packages(words));
            case "file" ->
                new BuildStep.PutFile(words.getString("path"), words.getString("text"), words.getBoolean("executable"));
            case "environment" -> new BuildStep.Environment(words.getString("name"), words.getString("value"));
            case "run" -> new BuildStep.Run(words.getString("script"));
            default -> throw new IllegalStateException("No step: " + words);
        };
    }

    private static List<String> packages(JsonObject words) {
        return words.getJsonArray("packages").getValuesAs(JsonString::getString);
    }
}
