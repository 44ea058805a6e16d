package org.carme.advisories;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bad it is, in rising order. */
public enum Severity {
    /** Nobody has said. */
    UNRATED(0),
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    /** @return the number that stands in the database; it rises as the severity does */
    int rank() {
        return rank;
    }

    static Severity ofRank(Object number) {
        return Stream.of(values())
                .filter(severity -> severity.rank == ((Number) number).intValue())
                .findFirst()
                .orElseThrow();
    }

    /** @return as it stands in answers, addresses and bundle keys, such as {@code high} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty if there is none of that word */
    public static Optional<Severity> of(String word) {
        return Stream.of(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }
}
