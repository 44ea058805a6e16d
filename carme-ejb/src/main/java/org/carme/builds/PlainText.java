package org.carme.builds;

import java.util.regex.Pattern;

/** What a user's process has said, so that it can stand on a page and in a log. */
final class PlainText {
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    private PlainText() {}

    /** @return one printable line of it, and no more than that many characters, each whole */
    static String line(String said, int most) {
        String line = UNPRINTABLE.matcher(said).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most));
    }
}
