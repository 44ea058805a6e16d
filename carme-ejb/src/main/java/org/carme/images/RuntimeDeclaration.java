package org.carme.images;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a runtime is called, as its file declares it. The words may hold placeholders, which the agent fills in.
 *
 * @param command stands before a service's own command; empty for a plain process
 * @param locations what images may be: {@code directory}, {@code file} or the scheme of a URI
 * @param bind words for one folder or file that the image sees
 * @param readOnlyBind the same, not to be written to; empty if the runtime cannot do that
 * @param accelerators words for a job that has accelerators
 * @param flags what images may have besides, by name
 * @param needs programs without which the runtime does not work on a node
 * @param writable words for an image that is written to; empty if the runtime cannot do that
 */
public record RuntimeDeclaration(
        String name,
        String title,
        Set<String> locations,
        List<String> command,
        List<String> bind,
        List<String> readOnlyBind,
        List<String> accelerators,
        Map<String, Flag> flags,
        List<String> needs,
        List<String> writable) {

    /** A location that is a folder. */
    public static final String DIRECTORY = "directory";

    /** A location that is a file. */
    public static final String FILE = "file";

    /** No image at all: the node's own software. */
    public static final RuntimeDeclaration NONE = new RuntimeDeclaration(
            "none",
            "Plain process",
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of());

    /** An option that images may have. */
    public record Flag(String title, List<String> words) {
        public Flag {
            words = List.copyOf(words);
        }
    }

    public RuntimeDeclaration {
        locations = Set.copyOf(locations);
        command = List.copyOf(command);
        bind = List.copyOf(bind);
        readOnlyBind = List.copyOf(readOnlyBind);
        accelerators = List.copyOf(accelerators);
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
        needs = List.copyOf(needs);
        writable = List.copyOf(writable);
    }

    /** Whether services run as plain processes, so that there is no location, bind or flag either. */
    public boolean isNone() {
        return command.isEmpty();
    }

    /** Whether an image may be a folder or file of the nodes. */
    public boolean takesPaths() {
        return locations.contains(DIRECTORY) || locations.contains(FILE);
    }

    /** @param names those that the runtime does not know any more have no words */
    public List<String> flagWords(List<String> names) {
        return names.stream()
                .filter(flags::containsKey)
                .flatMap(name -> flags.get(name).words().stream())
                .toList();
    }
}
