package org.carme.gateway.upstream;

import java.util.Locale;

/** A header field as it was received; comparing names ignores case. */
public record Header(String name, String value) {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    public String lowerCaseName() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether name and value can be sent on without becoming something else on the way. */
    public boolean isClean() {
        return isToken(name) && isCleanValue(value);
    }

    /** Whether the text is an HTTP token, as names of headers, methods and cookies are. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(Header::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isCleanValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }
}
