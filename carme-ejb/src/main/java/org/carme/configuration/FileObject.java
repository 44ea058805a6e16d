package org.carme.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.carme.common.InvalidRequestException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** An object as it stands in the file: fields by name, with the lines where they stand. */
public final class FileObject {
    private static final int NUMBER_DIGITS = 15;

    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final int line;

    private FileObject(int line) {
        this.line = line;
    }

    /** @throws InvalidRequestException if it is no object */
    static FileObject of(Node node, String name) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(name);
        }
        FileObject object = new FileObject(lineOf(node));
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), name).getValue();
            if (object.fields.put(key, tuple.getValueNode()) != null) {
                throw new InvalidRequestException("invalid-request.twice", key);
            }
            object.lines.put(key, lineOf(tuple.getKeyNode()));
        }
        return object;
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** @return where the field stands, or the object if it has no such field; fields of maps are named with a point */
    int lineOf(String field) {
        String own = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        return lines.getOrDefault(own, line);
    }

    /** @throws InvalidRequestException naming a field that is none of these: a misspelt one must not be ignored */
    public void requireOnly(Set<String> names) {
        fields.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidRequestException("invalid-request.unknown-field", unknown);
                });
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name));
    }

    /** @return empty if it is left out or null */
    public Optional<String> optionalText(String name) {
        return present(name).map(node -> text(node, name));
    }

    public long number(String name) {
        return number(present(name).orElseThrow(() -> wrong(name)), name);
    }

    public long number(String name, long standard) {
        return present(name).map(node -> number(node, name)).orElse(standard);
    }

    public boolean flag(String name, boolean standard) {
        return present(name).map(node -> flag(node, name)).orElse(standard);
    }

    public List<String> texts(String name) {
        return nodes(name).stream().map(node -> text(node, name)).toList();
    }

    public List<String> texts(String name, List<String> standard) {
        return present(name).isPresent() ? texts(name) : standard;
    }

    public Map<String, Long> numbers(String name) {
        FileObject map = of(present(name).orElseThrow(() -> wrong(name)), name);
        Map<String, Long> numbers = new TreeMap<>();
        map.fields.forEach((key, node) -> numbers.put(key, number(node, name)));
        return numbers;
    }

    /** @return none if it is left out */
    public List<FileObject> objects(String name) {
        List<FileObject> objects = new ArrayList<>();
        if (present(name).isPresent()) {
            nodes(name).forEach(node -> objects.add(of(node, name)));
        }
        return objects;
    }

    Set<String> names() {
        return fields.keySet();
    }

    List<Node> nodes(String name) {
        Node node = present(name).orElseThrow(() -> wrong(name));
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(name);
    }

    private Optional<Node> present(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(node -> !node.getTag().equals(Tag.NULL));
    }

    private static String text(Node node, String name) {
        return scalar(node, name).getValue();
    }

    private static long number(Node node, String name) {
        ScalarNode scalar = scalar(node, name);
        if (!scalar.getTag().equals(Tag.INT) || scalar.getValue().length() > NUMBER_DIGITS) {
            throw wrong(name);
        }
        try {
            return Long.parseLong(scalar.getValue());
        } catch (NumberFormatException otherBase) {
            throw new InvalidRequestException("invalid-request.field", name);
        }
    }

    private static boolean flag(Node node, String name) {
        ScalarNode scalar = scalar(node, name);
        if (!scalar.getTag().equals(Tag.BOOL)) {
            throw wrong(name);
        }
        return Boolean.parseBoolean(scalar.getValue());
    }

    private static ScalarNode scalar(Node node, String name) {
        if (node instanceof ScalarNode scalar) {
            return scalar;
        }
        throw wrong(name);
    }

    private static InvalidRequestException wrong(String name) {
        return new InvalidRequestException("invalid-request.field", name);
    }
}
