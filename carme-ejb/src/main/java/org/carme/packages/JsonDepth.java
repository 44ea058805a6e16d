package org.carme.packages;

/** JSON from outside that is nested deeper than anything that is meant: parsers end the thread's stack, or throw what is not to be caught. */
public final class JsonDepth {
    private static final int DEEPEST = 500;

    private JsonDepth() {}

    /** @return whether it is, by its brackets, of which those in texts may count, too */
    public static boolean isTooDeep(byte[] json) {
        int depth = 0;
        for (byte character : json) {
            if (character == '[' || character == '{') {
                depth++;
            } else if (character == ']' || character == '}') {
                depth--;
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
