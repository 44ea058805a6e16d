package org.carme.images;

import java.util.Collection;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/** What may be said about an image. */
final class ProfileRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl},]{1,128}");
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int TITLE = 128;
    private static final int DESCRIPTION = 4000;
    private static final int MOST = 100;

    private ProfileRules() {}

    /**
     * @return the same with the title in one line
     * @throws InvalidRequestException naming the first field that is not as it must be
     */
    static ImageProfile check(ImageProfile profile) {
        require(NAME.matcher(profile.name()).matches(), "name", "invalid-request.image-name");
        String title = profile.title().strip().replaceAll("\\s+", " ");
        require(
                !title.isEmpty() && title.length() <= TITLE && isPrintable(title, ""),
                "title",
                "invalid-request.image-title",
                TITLE);
        checkText("description", profile.description(), DESCRIPTION);
        all("groups", GROUP, profile.access().groups());
        all("projects", PROJECT, profile.access().projects());
        return new ImageProfile(profile.name(), title, profile.description(), profile.access());
    }

    /** A text of several lines. */
    static void checkText(String field, String text, int most) {
        require(text.length() <= most && isPrintable(text, "\t\r\n"), field, "invalid-request.image-text", most);
    }

    static void all(String field, Pattern pattern, Collection<String> values) {
        require(
                values.size() <= MOST
                        && values.stream()
                                .allMatch(value -> pattern.matcher(value).matches()),
                field,
                "invalid-request.image-list",
                MOST);
    }

    static void require(boolean fulfilled, String field, String key, Object... arguments) {
        if (!fulfilled) {
            throw InvalidRequestException.about(field, key, arguments);
        }
    }

    private static boolean isPrintable(String text, String besides) {
        return text.codePoints()
                .noneMatch(character -> Character.isISOControl(character) && besides.indexOf(character) < 0);
    }
}
