package org.carme.packages;

/** JSON from outside that is nested deeper than anything that is meant: parsers end the thread's stack, or throw what is not to be caught. */
public final class JsonDepth {
    private static final int DEEPEST = 500;

    private JsonDepth() {}

    /** @return whether it is, by its brackets outside of texts */
    public static boolean isTooDeep(byte[] json) {
        int depth = 0;
        boolean isText = false;
        for (int at = 0; at < json.length && depth <= DEEPEST; at++) {
            switch (json[at]) {
                case '"' -> isText = !isText;
                case '\\' -> at++;
                case '[', '{' -> depth += isText ? 0 : 1;
                case ']', '}' -> depth -= isText ? 0 : 1;
                default -> {}
            }
        }
        return depth > DEEPEST;
    }
}
