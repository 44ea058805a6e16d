package org.carme.audit;

/** Brings text from outside into what a column holds and a line of a report can show. */
final class AuditText {
    private static final int REPLACEMENT = 0xFFFD;

    private AuditText() {}

    /** @return at most that many characters; control characters and halves of pairs become U+FFFD */
    static String bounded(String text, int most) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(AuditText::shown)
                .takeWhile(c -> kept.length() + Character.charCount(c) <= most)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int shown(int c) {
        boolean whole = c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
        return whole && !Character.isISOControl(c) ? c : REPLACEMENT;
    }
}
