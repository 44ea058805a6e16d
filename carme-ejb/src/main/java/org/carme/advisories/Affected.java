package org.carme.advisories;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an advisory says of one package: in which versions the fault is. Broken forms are {@link ClassCastException}s. */
final class Affected {
    private static final String INTRODUCED = "introduced";
    private static final String FIXED = "fixed";
    private static final String LAST_AFFECTED = "last_affected";
    private static final String LIMIT = "limit";
    private static final String ALWAYS = "0";

    private record Event(String kind, String version) {
        boolean isAlways() {
            return kind.equals(INTRODUCED) && version.equals(ALWAYS);
        }
    }

    private final JsonObject affected;

    Affected(JsonObject affected) {
        this.affected = affected;
    }

    String ecosystem() {
        return name("ecosystem");
    }

    String name() {
        return name("name");
    }

    private String name(String key) {
        JsonObject software = affected.getJsonObject("package");
        return software == null ? "" : software.getString(key, "");
    }

    JsonObject json() {
        return affected;
    }

    /** @return whether the fault is in that version */
    boolean includes(Installed installed) {
        VersionOrder order = installed.ecosystem().order();
        String version = installed.version();
        return isListed(version, order)
                || (order.isVersion(version)
                        && ranges(order).stream().anyMatch(range -> includes(range, version, order)));
    }

    /** @return the next version without the fault, if there is one */
    Optional<String> fixed(Installed installed) {
        VersionOrder order = installed.ecosystem().order();
        String version = installed.version();
        if (!order.isVersion(version)) {
            return Optional.empty();
        }
        return ranges(order).stream()
                .flatMap(List::stream)
                .filter(event -> event.kind().equals(FIXED) && order.compare(event.version(), version) > 0)
                .map(Event::version)
                .min(order);
    }

    private boolean isListed(String version, VersionOrder order) {
        return objects("versions").stream()
                .map(listed -> ((JsonString) listed).getString())
                .anyMatch(listed -> listed.equals(version)
                        || (order.isVersion(listed)
                                && order.isVersion(version)
                                && order.compare(listed, version) == 0));
    }

    /** As the format has it: the events in the order of their versions decide one after the other. */
    private static boolean includes(List<Event> range, String version, VersionOrder order) {
        boolean isIn = false;
        for (Event event : range) {
            int result = event.isAlways() ? 1 : order.compare(version, event.version());
            if (event.kind().equals(INTRODUCED) && result >= 0) {
                isIn = true;
            } else if (event.kind().equals(LAST_AFFECTED)
                    ? result > 0
                    : !event.kind().equals(INTRODUCED) && result >= 0) {
                isIn = false;
            }
        }
        return isIn;
    }

    /** Events that name no version, such as Debian's {@code <unfixed>}, say nothing. */
    private List<List<Event>> ranges(VersionOrder order) {
        List<List<Event>> ranges = new ArrayList<>();
        for (JsonValue value : objects("ranges")) {
            JsonObject range = value.asJsonObject();
            if (!range.getString("type", "").equals("GIT")) {
                ranges.add(events(range, order));
            }
        }
        return ranges;
    }

    private static List<Event> events(JsonObject range, VersionOrder order) {
        JsonArray events = range.getJsonArray("events");
        return (events == null ? JsonValue.EMPTY_JSON_ARRAY : events)
                .stream()
                        .flatMap(event -> event.asJsonObject().entrySet().stream())
                        .map(Affected::event)
                        .flatMap(Optional::stream)
                        .filter(event -> event.isAlways() || order.isVersion(event.version()))
                        .sorted(inOrder(order))
                        .toList();
    }

    private static Optional<Event> event(Map.Entry<String, JsonValue> field) {
        return List.of(INTRODUCED, FIXED, LAST_AFFECTED, LIMIT).contains(field.getKey())
                ? Optional.of(new Event(field.getKey(), ((JsonString) field.getValue()).getString()))
                : Optional.empty();
    }

    private static Comparator<Event> inOrder(VersionOrder order) {
        return (one, other) -> one.isAlways() || other.isAlways()
                ? Boolean.compare(other.isAlways(), one.isAlways())
                : order.compare(one.version(), other.version());
    }

    private JsonArray objects(String key) {
        JsonArray array = affected.getJsonArray(key);
        return array == null ? JsonValue.EMPTY_JSON_ARRAY : array;
    }
}
