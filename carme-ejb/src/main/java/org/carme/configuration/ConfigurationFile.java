package org.carme.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The file. It is read as a tree of texts, from which nothing but texts, numbers and booleans is made; it may have no
 * aliases, so it cannot grow while it is read. JSON is YAML, too.
 */
public final class ConfigurationFile {
    /** More would be no configuration that people write. */
    private static final int MOST_BYTES = 4_000_000;

    private static final String NOTHING = "# nothing yet\n";
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("the file")
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MOST_BYTES)
            .build();

    private ConfigurationFile() {}

    /**
     * The text of a file that comes from outside. Of one that is too long no more is read than what shows that.
     *
     * @throws ConfigurationRefusedException if it is too long or not in UTF-8
     */
    public static String text(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refused(0, new InvalidRequestException("invalid-request.file-too-long", MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(0, new InvalidRequestException("invalid-request.yaml", "UTF-8"));
        }
    }

    /** @throws ConfigurationRefusedException naming the line if it is no YAML */
    public static FileObject read(String text) {
        try {
            Node root = new Compose(SETTINGS)
                    .composeString(text)
                    .orElseThrow(() -> new InvalidRequestException("invalid-request.file-empty"));
            return FileObject.of(root, "file");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw refused(line, new InvalidRequestException("invalid-request.yaml", String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            throw refused(0, new InvalidRequestException("invalid-request.yaml", String.valueOf(e.getMessage())));
        } catch (InvalidRequestException e) {
            throw refused(1, e);
        }
    }

    private static ConfigurationRefusedException refused(int line, InvalidRequestException why) {
        return new ConfigurationRefusedException(List.of(new ConfigurationProblem(line, "", why)));
    }

    /** @param sections plain values of the objects by the section's key */
    static String write(Map<String, List<Map<String, Object>>> sections) {
        Dump dump = new Dump(DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setDereferenceAliases(true)
                .build());
        StringBuilder text = new StringBuilder("# Carme: see docs/how-to/keep-configuration-in-git.md\nversion: 1\n");
        sections.forEach((key, objects) -> {
            if (objects.isEmpty()) {
                text.append(key).append(": [] ").append(NOTHING);
            } else {
                text.append(dump.dumpToString(Map.of(key, objects)));
            }
        });
        return text.toString();
    }

    /** @return values in words, to tell what a change has changed: {@code field: before → after; …} */
    public static String difference(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        return String.join(
                "; ",
                all.keySet().stream()
                        .filter(name ->
                                !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(after.get(name))))
                        .map(name -> name + ": " + words(before.get(name)) + " → " + words(after.get(name)))
                        .toList());
    }

    private static String words(Object value) {
        return value == null
                ? "–"
                : value instanceof List<?> list
                        ? String.join(", ", list.stream().map(String::valueOf).toList())
                        : String.valueOf(value);
    }
}
