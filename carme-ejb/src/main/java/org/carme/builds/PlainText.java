package org.carme.builds;

import java.util.regex.Pattern;

/** What a user's process has said, so that it can stand on a page and in a log. */
final class PlainText {
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    private PlainText() {}

    /** @return one printable line of it, no longer than that as the database counts, and with no half character */
    static String line(String said, int most) {
        String line = UNPRINTABLE.matcher(said).replaceAll(" ").strip();
        if (line.length() <= most) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most);
    }
}
