package org.carme.users;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one feature keeps about people. Every feature that keeps anything has a bean of this kind: so it is in the
 * export, and is taken care of when somebody has left.
 */
public interface PersonalData {
    /** @return its name in the export, such as {@code jobs} */
    String section();

    /** @return whom it keeps something about; those whose traces end by themselves need not be among them */
    Set<String> people();

    /** @return how many rows {@link #forget} would change or remove */
    long count(String user);

    /**
     * What is kept, in parts, without secrets.
     *
     * @param cursor empty for the first part, else {@link Part#next()} of the part before
     */
    Part part(String user, Optional<String> cursor);

    /**
     * Removes what is kept, or puts the pseudonym in the place of the name, in the caller's transaction.
     *
     * @throws PersonalDataInUseException while something of the user's is still going on
     */
    void forget(String user, String pseudonym);

    /**
     * Some rows.
     *
     * @param next the cursor of the following part, empty at the end
     */
    record Part(List<JsonObject> rows, Optional<String> next) {
        /** @return all there is */
        public static Part whole(List<JsonObject> rows) {
            return new Part(rows, Optional.empty());
        }
    }
}
