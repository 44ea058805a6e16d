package org.carme.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path in a store is called in the catalogue: {@code torch/2.4}, {@code torch-2.4}, both also as files with an ending,
 * or {@code torch} alone.
 */
record ImageNaming(String name, String version) {
    static final Pattern FILE = Pattern.compile("(.+)\\.(sif|sqfs|squashfs)");
    private static final Pattern BOTH = Pattern.compile("(.+?)-(v?[0-9].*)");
    private static final String FIRST = "1";

    /**
     * Proposes; whether the catalogue takes such names is for its rules.
     *
     * @param folder in which it lies, empty for the store itself
     */
    static ImageNaming of(String file, Optional<String> folder) {
        Matcher ending = FILE.matcher(file);
        String bare = ending.matches() ? ending.group(1) : file;
        if (folder.isPresent()) {
            String prefix = folder.get() + "-";
            return named(folder.get(), bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare);
        }
        Matcher both = BOTH.matcher(bare);
        return both.matches() ? named(both.group(1), both.group(2)) : named(bare, FIRST);
    }

    private static ImageNaming named(String name, String version) {
        return new ImageNaming(name.toLowerCase(Locale.ROOT), version);
    }
}
