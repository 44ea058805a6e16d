package org.carme.projects;

import java.util.Locale;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;

/** How confidential the data of a project are, which decides what its jobs see of the site's disks. */
public enum Classification {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL;

    /** What a project is of which nothing else was said. */
    public static final Classification DEFAULT = INTERNAL;

    /** @return as programs and files say it */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidRequestException for any other word */
    public static Classification of(String word) {
        return Stream.of(values())
                .filter(classification -> classification.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.naming("classification", "invalid-request.classification"));
    }
}
