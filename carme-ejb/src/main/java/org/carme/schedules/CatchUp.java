package org.carme.schedules;

import java.util.Locale;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;

/** What becomes of runs that were due while no portal was up. */
public enum CatchUp {
    SKIP,
    ONCE;

    /** @return as it stands in XML, in REST answers and in bundle keys */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidRequestException for another word */
    public static CatchUp of(String word) {
        return Stream.of(values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.about("catchUp", "invalid-request.catch-up"));
    }
}
