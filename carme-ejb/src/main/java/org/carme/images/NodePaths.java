package org.carme.images;

import java.util.List;
import java.util.regex.Pattern;

/** Paths on the compute nodes. What a runtime or a shell could take for more than a path is none here. */
public final class NodePaths {
    static final int LENGTH = 1000;
    private static final Pattern ABSOLUTE = Pattern.compile("(/[A-Za-z0-9._+@=-]+)+");
    private static final Pattern RELATIVE_PART = Pattern.compile("(.*/)?\\.\\.?(/.*)?");

    private NodePaths() {}

    /** Whether the path is absolute and normalised; {@code /} is not. */
    public static boolean isPath(String path) {
        return path.length() <= LENGTH
                && ABSOLUTE.matcher(path).matches()
                && !RELATIVE_PART.matcher(path).matches();
    }

    /** Whether the path lies below one of these. */
    public static boolean isBelow(String path, List<String> folders) {
        return folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** Whether the path is one of these or lies below one. */
    public static boolean isOneOfOrBelow(String path, List<String> folders) {
        return folders.contains(path) || isBelow(path, folders);
    }
}
