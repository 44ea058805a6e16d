package org.carme.advisories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been read so far. */
final class Tally {
    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_SOURCES = 100;

    /** No more would be read. */
    private static final int MOST_LINES = 20;

    private static final int LONGEST_EXAMPLE = 390;
    private static final int LONGEST_SOURCE = 255;

    private final Map<SkipReason, Skipped> skipped = new EnumMap<>(SkipReason.class);
    private final Map<String, DataSource> sources = new LinkedHashMap<>();
    private int read;
    private int concerned;

    void skip(SkipReason reason, String place) {
        Skipped before = skipped.getOrDefault(reason, new Skipped(reason, 0, List.of()));
        List<String> examples = new ArrayList<>(before.examples());
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(cut(place, LONGEST_EXAMPLE));
        }
        skipped.put(reason, new Skipped(reason, before.count() + 1, examples));
    }

    void read(String file, OsvAdvisory advisory, Instant now) {
        read++;
        String source = cut(file, LONGEST_SOURCE);
        Instant changed = advisory.modified().isAfter(now) ? now : advisory.modified();
        if (sources.containsKey(source) || sources.size() < MOST_SOURCES) {
            sources.merge(source, new DataSource(source, 1, changed), Tally::together);
        }
    }

    /** The database takes no more. */
    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static DataSource together(DataSource one, DataSource other) {
        Instant newest = one.asOf().isAfter(other.asOf()) ? one.asOf() : other.asOf();
        return new DataSource(one.name(), one.read() + other.read(), newest);
    }

    void concerns() {
        concerned++;
    }

    int read() {
        return read;
    }

    int concerned() {
        return concerned;
    }

    int skipped() {
        return skipped.values().stream().mapToInt(Skipped::count).sum();
    }

    List<Skipped> reasons() {
        return List.copyOf(skipped.values());
    }

    List<DataSource> sources() {
        return List.copyOf(sources.values());
    }

    /** @return it all in words, in a few lines */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Advisories read: " + read + ", about packages inside images: " + concerned + ", left out: "
                + skipped());
        sources.values().stream()
                .limit(MOST_LINES)
                .map(source -> "In " + source.name() + ": " + source.read() + ", last changed at " + source.asOf())
                .forEach(lines::add);
        if (sources.size() > MOST_LINES) {
            lines.add("More files with advisories: " + (sources.size() - MOST_LINES));
        }
        skipped.values().stream()
                .map(some -> "Left out as " + some.reason().code() + ": " + some.count() + ", such as "
                        + String.join(", ", some.examples()))
                .forEach(lines::add);
        return lines;
    }
}
