package org.carme.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationChange.Kind;
import org.carme.configuration.ConfigurationSection.Wanted;

/** A file beside the configuration as it is. Sections that the file does not have are left alone. */
final class Comparison {
    private static final String VERSION = "version";
    private static final String COMPLETE = "complete";
    private static final int MOST_PROBLEMS = 20;

    private final Map<ConfigurationSection, Map<String, Wanted>> wanted = new LinkedHashMap<>();
    private final Map<ConfigurationSection, Map<String, Map<String, Object>>> present = new LinkedHashMap<>();
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final boolean complete;
    private final String state;

    /** @throws ConfigurationRefusedException if anything is wrong with the file, with the first problems */
    Comparison(List<ConfigurationSection> sections, FileObject file, String state) {
        this.state = state;
        this.complete = head(sections, file);
        Map<String, Set<String>> ids = new HashMap<>();
        for (ConfigurationSection section :
                sections.stream().filter(ConfigurationSection::isOffered).toList()) {
            present.put(section, section.present());
            if (file.has(section.key())) {
                WantedSection read = new WantedSection(section, file, ids);
                wanted.put(section, new LinkedHashMap<>(read.objects()));
                problems.addAll(read.problems());
                section.insteadOfRemoval(removed(section))
                        .forEach(object -> wanted.get(section).put(object.id(), object));
            }
            ids.put(section.key(), idsAfter(section));
        }
        if (problems.isEmpty()) {
            wanted.keySet().forEach(this::findObstacles);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationRefusedException(problems.stream()
                    .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                    .limit(MOST_PROBLEMS)
                    .toList());
        }
    }

    private boolean head(List<ConfigurationSection> sections, FileObject file) {
        Set<String> keys = new HashSet<>(Set.of(VERSION, COMPLETE));
        for (ConfigurationSection section : sections) {
            keys.add(section.key());
            if (!section.isOffered() && file.has(section.key())) {
                InvalidRequestException off = new InvalidRequestException("invalid-request.section-off", section.key());
                problems.add(new ConfigurationProblem(file.lineOf(section.key()), section.key(), off));
            }
        }
        try {
            file.requireOnly(keys);
            if (file.number(VERSION) != 1) {
                throw new InvalidRequestException("invalid-request.range", VERSION, 1, 1);
            }
            return file.flag(COMPLETE, false);
        } catch (InvalidRequestException e) {
            String field = String.valueOf(e.arguments().get(0));
            problems.add(new ConfigurationProblem(file.lineOf(field), "", e));
            return false;
        }
    }

    private void findObstacles(ConfigurationSection section) {
        for (String id : removed(section)) {
            Optional<CarmeException> obstacle = section.obstacle(id);
            obstacle.ifPresent(why -> problems.add(new ConfigurationProblem(0, section.key(), why)));
        }
    }

    private Set<String> idsAfter(ConfigurationSection section) {
        Set<String> ids = new HashSet<>(present.get(section).keySet());
        if (wanted.containsKey(section)) {
            ids.addAll(wanted.get(section).keySet());
            removed(section).forEach(ids::remove);
        }
        return ids;
    }

    private List<String> removed(ConfigurationSection section) {
        return complete
                ? present.get(section).keySet().stream()
                        .filter(id -> !wanted.get(section).containsKey(id))
                        .toList()
                : List.of();
    }

    ConfigurationPlan plan() {
        List<ConfigurationChange> changes = new ArrayList<>();
        wanted.forEach((section, objects) -> {
            objects.values().forEach(object -> changes.add(change(section, object)));
            removed(section).forEach(id -> changes.add(new ConfigurationChange(section.key(), id, Kind.REMOVED, "")));
        });
        return new ConfigurationPlan(changes, state);
    }

    private ConfigurationChange change(ConfigurationSection section, Wanted object) {
        Optional<String> difference = difference(section, object);
        Kind kind = difference
                .map(text -> text.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED)
                .orElse(Kind.ADDED);
        return new ConfigurationChange(section.key(), object.id(), kind, difference.orElse(""));
    }

    /** @return empty if there is no such object yet */
    private Optional<String> difference(ConfigurationSection section, Wanted object) {
        return Optional.ofNullable(present.get(section).get(object.id()))
                .map(before -> ConfigurationFile.difference(before, object.values()));
    }

    void apply(String admin) {
        wanted.forEach((section, objects) -> {
            for (Wanted object : objects.values()) {
                Optional<String> difference = difference(section, object);
                if (!difference.equals(Optional.of(""))) {
                    object.writer().write(admin, difference);
                }
            }
            section.remove(admin, removed(section));
        });
    }
}
