package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carme.agents.AgentReport;
import org.carme.agents.BootstrapAnswer;
import org.carme.builds.JobTask;
import org.carme.builds.StepProgress;
import org.carme.builds.TaskReport;

/** A job's task, and what its agent says of it, in the words of the protocol. */
final class TaskWords {
    private static final String TASK = "task";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final long MOST_BYTES = 1L << 50;

    private TaskWords() {}

    static JsonObjectBuilder of(JobTask task, BootstrapAnswer answer) {
        JsonObjectBuilder source = Json.createObjectBuilder().add("location", task.source());
        answer.image()
                .map(BootstrapAnswer.ImageStart::stores)
                .ifPresent(stores -> source.add("folders", Json.createArrayBuilder(stores)));
        JsonObjectBuilder words =
                Json.createObjectBuilder().add("kind", task.kind().word()).add("source", source);
        task.target()
                .ifPresent(target -> words.add("target", target)
                        .add("targetFolder", task.targetFolder())
                        .add(
                                "limits",
                                Json.createObjectBuilder()
                                        .add("bytes", task.maxBytes())
                                        .add("processes", task.maxProcesses()))
                        .add("mirrors", mirrors(task.mirrors()))
                        .add("steps", Json.createArrayBuilder(task.steps())));
        task.digest().ifPresent(digest -> words.add("digest", digest));
        return words;
    }

    private static JsonObjectBuilder mirrors(JobTask.Mirrors mirrors) {
        JsonObjectBuilder words = Json.createObjectBuilder();
        if (!mirrors.apt().isEmpty()) {
            words.add("apt", Json.createArrayBuilder(mirrors.apt()));
        }
        mirrors.pip().ifPresent(index -> words.add("pip", index));
        mirrors.conda().ifPresent(channel -> words.add("conda", channel));
        return words;
    }

    /**
     * What a report says of a task.
     *
     * @throws org.carme.common.InvalidRequestException if that makes no sense
     */
    static Optional<TaskReport> read(JsonObject report) {
        JsonValue value = report.getOrDefault(TASK, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonObject task)) {
            throw AgentReport.invalid(TASK);
        }
        return Optional.of(new TaskReport(
                word(TaskReport.State.values(), text(task, "state")),
                values(task, "steps").map(TaskWords::step).toList(),
                text(task, "detail"),
                values(task, "lines")
                        .filter(JsonString.class::isInstance)
                        .map(line -> ((JsonString) line).getString())
                        .toList(),
                result(task)));
    }

    private static StepProgress step(JsonValue value) {
        if (!(value instanceof JsonObject step)) {
            throw AgentReport.invalid(TASK);
        }
        long seconds = step.get("seconds") instanceof JsonNumber number ? number.longValue() : 0;
        return new StepProgress(
                text(step, "kind"),
                text(step, "title"),
                word(StepProgress.State.values(), text(step, "state")),
                seconds);
    }

    private static Optional<TaskReport.Result> result(JsonObject task) {
        if (!(task.get("result") instanceof JsonObject result)) {
            return Optional.empty();
        }
        String digest = text(result, "digest");
        long bytes = result.get("bytes") instanceof JsonNumber number ? number.longValue() : -1;
        if (!DIGEST.matcher(digest).matches() || bytes < 0 || bytes > MOST_BYTES) {
            throw AgentReport.invalid(TASK);
        }
        return Optional.of(new TaskReport.Result(digest, bytes));
    }

    private static Stream<JsonValue> values(JsonObject json, String key) {
        return json.get(key) instanceof JsonArray array ? array.stream() : Stream.of();
    }

    private static String text(JsonObject json, String key) {
        return json.get(key) instanceof JsonString text ? text.getString() : "";
    }

    private static <T extends Enum<T>> T word(T[] values, String word) {
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> AgentReport.invalid(TASK));
    }
}
