package org.carme.projects;

import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/**
 * What people call a project and say about it.
 *
 * @param name 1 to 50 printable characters
 * @param description at most 4000 characters, plain text or Markdown as it was typed
 */
public record ProjectText(String name, String description) {
    /** The longest name. */
    public static final int NAME_LENGTH = 50;

    /** The longest description. */
    public static final int DESCRIPTION_LENGTH = 4000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}\\p{M}\\x{20}\\x{200D}]+");
    private static final Pattern DESCRIPTION = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}\\p{Co}]*");

    /**
     * As it came.
     *
     * @throws InvalidRequestException naming what is too long or cannot be shown
     */
    static ProjectText checked(String name, String description) {
        ProjectText text = new ProjectText(name.strip(), description.strip().replace("\r\n", "\n"));
        if (text.name.length() > NAME_LENGTH || !NAME.matcher(text.name).matches()) {
            throw InvalidRequestException.about("name", "invalid-request.project-name", NAME_LENGTH);
        }
        String oneLine = text.description.replace('\n', ' ').replace('\t', ' ');
        if (oneLine.length() > DESCRIPTION_LENGTH
                || !DESCRIPTION.matcher(oneLine).matches()) {
            throw InvalidRequestException.about(
                    "description", "invalid-request.project-description", DESCRIPTION_LENGTH);
        }
        return text;
    }
}
