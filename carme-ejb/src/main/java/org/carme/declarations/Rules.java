package org.carme.declarations;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What all declarations have to keep; a mistake stops the portal's start instead of a user's job. */
public final class Rules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final int TITLE_LENGTH = 100;

    private Rules() {}

    public static void checkName(String key, String name) {
        check(NAME.matcher(name).matches(), key + ": not " + NAME);
    }

    public static void checkTitle(String key, String title) {
        check(!title.isBlank() && title.length() <= TITLE_LENGTH, key + ": blank or longer than " + TITLE_LENGTH);
    }

    /** That the list begins with a program. */
    public static void checkCommand(String key, List<String> command) {
        check(!command.isEmpty() && !command.get(0).isBlank(), key + ": names no program");
        checkTexts(key, command);
    }

    /** That texts can be words of a command, variables or files. */
    public static void checkTexts(String key, Collection<String> texts) {
        check(texts.stream().allMatch(text -> text.indexOf('\0') < 0), key + ": NUL");
    }

    /** @throws IllegalArgumentException with the text unless that is fulfilled */
    public static void check(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
