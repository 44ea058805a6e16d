package org.carme.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationSection.ObjectReader;
import org.carme.configuration.ConfigurationSection.Wanted;
import org.snakeyaml.engine.v2.nodes.Node;

/** The objects of one section of a file, and what is wrong with them. */
final class WantedSection {
    private final String key;
    private final Map<String, Wanted> objects = new LinkedHashMap<>();
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    WantedSection(ConfigurationSection section, FileObject file, Map<String, Set<String>> before) {
        key = section.key();
        ObjectReader reader = section.reader(before);
        try {
            file.nodes(key).forEach(node -> read(reader, node));
        } catch (InvalidRequestException noList) {
            problems.add(new ConfigurationProblem(file.lineOf(key), key, noList));
        }
    }

    private void read(ObjectReader reader, Node node) {
        try {
            read(reader, FileObject.of(node, key));
        } catch (InvalidRequestException noObject) {
            problems.add(new ConfigurationProblem(FileObject.lineOf(node), key, noObject));
        }
    }

    private void read(ObjectReader reader, FileObject object) {
        try {
            Wanted read = reader.read(object);
            if (objects.putIfAbsent(read.id(), read) != null) {
                throw new InvalidRequestException("invalid-request.twice", read.id());
            }
        } catch (InvalidRequestException e) {
            String field =
                    e.arguments().isEmpty() ? "" : String.valueOf(e.arguments().get(0));
            problems.add(new ConfigurationProblem(object.lineOf(field), key, e));
        }
    }

    Map<String, Wanted> objects() {
        return objects;
    }

    List<ConfigurationProblem> problems() {
        return problems;
    }
}
