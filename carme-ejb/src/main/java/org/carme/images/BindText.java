package org.carme.images;

import java.util.List;

/** A bind in one line, as people type it: {@code source:target}, with {@code :ro} behind where nothing may be written. */
public final class BindText {
    private static final String BETWEEN = ":";
    private static final String READ_ONLY = BETWEEN + "ro";

    private BindText() {}

    public static String of(ImageBind bind) {
        return bind.source() + BETWEEN + bind.target() + (bind.readOnly() ? READ_ONLY : "");
    }

    /** Paths have no colons: the rules refuse one that is read with them, or that is missing. */
    public static ImageBind read(String line) {
        boolean readOnly = line.endsWith(READ_ONLY);
        String paths = readOnly ? line.substring(0, line.length() - READ_ONLY.length()) : line;
        List<String> parts = List.of(paths.split(BETWEEN, 2));
        return new ImageBind(parts.get(0), parts.size() == 2 ? parts.get(1) : "", readOnly);
    }
}
