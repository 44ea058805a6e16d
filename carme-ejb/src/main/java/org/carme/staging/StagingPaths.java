package org.carme.staging;

import java.util.stream.Stream;

/** Paths of the nodes as people write them. Where they really lead is seen there. */
final class StagingPaths {
    private static final String HOME = "~/";
    private static final int LENGTH = 1000;

    private StagingPaths() {}

    /** Whether it can be in somebody's home. */
    static boolean isOfHome(String path) {
        return path.startsWith(HOME) && isPlain(path.substring(HOME.length() - 1)) && path.length() <= LENGTH;
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/") && isPlain(path) && path.length() <= LENGTH;
    }

    /** Whether it is the folder or below it, by the words of both. */
    static boolean isBelow(String path, String folder) {
        return path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    private static boolean isPlain(String path) {
        String[] names = path.substring(1).split("/");
        return path.length() > 1
                && Stream.of(names).noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."))
                && path.codePoints().noneMatch(StagingPaths::isImpossible);
    }

    private static boolean isImpossible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
