package org.carme.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carme.common.CarmeException;

/**
 * What a store holds, compared with the catalogue as it is now.
 *
 * @param lookedAt when the look began
 * @param entries how many were looked at
 * @param cut whether there was more than could be looked at
 */
public record ImportPlan(String folder, Instant lookedAt, List<Row> rows, int entries, boolean cut) {
    public ImportPlan {
        rows = List.copyOf(rows);
    }

    public long count(Status status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }

    /** What became of a location. */
    public enum Status {
        /** The catalogue does not name it. */
        NEW,
        /** The files are others than those that were registered. */
        CHANGED,
        /** The catalogue names it, and there is nothing. */
        MISSING,
        UNFIT,
        UNCHANGED;

        /** @return as it stands in the API and in addresses, such as {@code new} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A location in the store.
     *
     * @param runtime that it has, or would get
     * @param declaredIn the file that says what it is, empty if none does
     * @param why it is unfit
     */
    public record Row(
            Status status, ProposedImage image, String runtime, String declaredIn, Optional<CarmeException> why) {}
}
