package org.carme.agentlistener;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.carme.joblogs.LogPiece;
import org.carme.usage.UsageClaim;

/** What a report says of the job's use and log. Whatever of it makes no sense is as if it had not been said. */
final class ReportedUse {
    private final JsonObject report;

    ReportedUse(JsonObject report) {
        this.report = report;
    }

    UsageClaim claim() {
        return new UsageClaim(whole(report, "sentAt"), samples(), resources());
    }

    OptionalLong idleSeconds() {
        return whole(report, "idleSeconds");
    }

    private List<UsageClaim.ClaimedSample> samples() {
        // agents of earlier versions send one, by itself
        List<JsonObject> samples =
                report.get("samples") instanceof JsonObject only ? List.of(only) : objects(report, "samples");
        return samples.stream()
                .map(sample -> new UsageClaim.ClaimedSample(
                        whole(sample, "at"),
                        number(sample, "cpuCores"),
                        number(sample, "memoryBytes"),
                        objects(sample, "gpus").stream()
                                .map(ReportedUse::device)
                                .toList()))
                .toList();
    }

    private static UsageClaim.ClaimedDevice device(JsonObject device) {
        return new UsageClaim.ClaimedDevice(
                whole(device, "index"),
                number(device, "utilizationPercent"),
                number(device, "memoryBytes"),
                number(device, "memoryTotalBytes"));
    }

    private Optional<UsageClaim.ClaimedResources> resources() {
        return report.get("resources") instanceof JsonObject resources
                ? Optional.of(new UsageClaim.ClaimedResources(
                        number(resources, "cpus"),
                        number(resources, "memoryBytes"),
                        objects(resources, "gpus").stream()
                                .map(ReportedUse::name)
                                .toList()))
                : Optional.empty();
    }

    private static UsageClaim.ClaimedName name(JsonObject device) {
        return new UsageClaim.ClaimedName(
                whole(device, "index"), device.get("name") instanceof JsonString name ? name.getString() : "");
    }

    Optional<LogPiece> log() {
        if (report.get("log") instanceof JsonObject log
                && whole(log, "offset").isPresent()
                && log.get("data") instanceof JsonString data) {
            try {
                byte[] bytes = Base64.getDecoder().decode(data.getString());
                return Optional.of(new LogPiece(whole(log, "offset").getAsLong(), bytes));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        return json.get(key) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }

    private static OptionalDouble number(JsonObject json, String key) {
        return json.get(key) instanceof JsonNumber number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** @return of a number that fits and is not negative */
    private static OptionalLong whole(JsonObject json, String key) {
        double value = number(json, key).orElse(-1);
        return value >= 0 && value < Long.MAX_VALUE ? OptionalLong.of((long) value) : OptionalLong.empty();
    }
}
