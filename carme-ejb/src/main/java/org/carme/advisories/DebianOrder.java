package org.carme.advisories;

import java.util.regex.Pattern;

/** As dpkg does: epoch, upstream version and revision; a tilde comes before everything, even the end. */
final class DebianOrder implements VersionOrder {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9}:)?[A-Za-z0-9.+~-]{1,255}");
    private static final int BEHIND_LETTERS = 256;

    @Override
    public boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    @Override
    public int compare(String one, String other) {
        int epochs = Integer.compare(epoch(one), epoch(other));
        if (epochs != 0) {
            return epochs;
        }
        int versions = compareParts(upstream(one), upstream(other));
        return versions == 0 ? compareParts(revision(one), revision(other)) : versions;
    }

    private static int epoch(String version) {
        int colon = version.indexOf(':');
        return colon < 0 ? 0 : Integer.parseInt(version.substring(0, colon));
    }

    private static String upstream(String version) {
        int dash = version.lastIndexOf('-');
        return version.substring(version.indexOf(':') + 1, dash < 0 ? version.length() : dash);
    }

    private static String revision(String version) {
        return version.substring(version.lastIndexOf('-') + 1, version.lastIndexOf('-') < 0 ? 0 : version.length());
    }

    /** Texts and numbers in turn. */
    private static int compareParts(String one, String other) {
        Place first = new Place(one);
        Place second = new Place(other);
        while (!first.isAtEnd() || !second.isAtEnd()) {
            int texts = compareTexts(first, second);
            int result = texts == 0 ? compareNumbers(first.number(), second.number()) : texts;
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private static int compareTexts(Place first, Place second) {
        while (first.isInText() || second.isInText()) {
            int result = Integer.compare(first.weight(), second.weight());
            if (result != 0) {
                return result;
            }
            first.step();
            second.step();
        }
        return 0;
    }

    private static int compareNumbers(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    /** Where a comparison has come to. */
    private static final class Place {
        private final String text;
        private int at;

        Place(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at >= text.length();
        }

        boolean isInText() {
            return !isAtEnd() && !isDigit();
        }

        private boolean isDigit() {
            return text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }

        /** @return of the end and of digits 0 */
        int weight() {
            if (!isInText()) {
                return 0;
            }
            char letter = text.charAt(at);
            if (letter == '~') {
                return -1;
            }
            return Character.isLetter(letter) ? letter : letter + BEHIND_LETTERS;
        }

        void step() {
            at++;
        }

        /** @return the digits from here on without leading zeros, however many */
        String number() {
            while (!isAtEnd() && text.charAt(at) == '0') {
                at++;
            }
            int begin = at;
            while (!isAtEnd() && isDigit()) {
                at++;
            }
            return text.substring(begin, at);
        }
    }
}
