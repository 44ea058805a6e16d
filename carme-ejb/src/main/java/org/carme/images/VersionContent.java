package org.carme.images;

import java.util.List;
import java.util.Optional;

/**
 * What a version consists of: fixed from its approval on.
 *
 * @param runtime name of a declaration
 * @param location a path or URI, empty without a runtime
 * @param digest such as {@code sha256:} and 64 hexadecimal digits
 * @param entryPoints those that it offers; none: all that are declared
 */
public record VersionContent(
        String runtime,
        String location,
        Optional<String> digest,
        List<ImageBind> binds,
        List<String> flags,
        List<String> entryPoints) {
    /** The node's own software. */
    public static final VersionContent OF_THE_NODE =
            new VersionContent(RuntimeDeclaration.NONE.name(), "", Optional.empty(), List.of(), List.of(), List.of());

    public VersionContent {
        binds = List.copyOf(binds);
        flags = List.copyOf(flags);
        entryPoints = List.copyOf(entryPoints);
    }
}
