package org.carme.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one look has seen of a store.
 *
 * @param at when the look began
 * @param found what the catalogue does not name, by location
 * @param registered the fingerprints of what it names, empty for what is not there; what could not be looked at is missing
 * @param cut whether the look ended before it had seen everything
 */
record StoreContents(
        Instant at, List<FoundImage> found, Map<String, Optional<String>> registered, int entries, boolean cut) {
    StoreContents {
        found = List.copyOf(found);
        registered = Map.copyOf(registered);
    }

    /** @return the fingerprints of everything that was looked at, whether the catalogue names it or not */
    Map<String, Optional<String>> seen() {
        Map<String, Optional<String>> seen = new HashMap<>(registered);
        found.forEach(one -> seen.putIfAbsent(one.location(), one.fingerprint()));
        return seen;
    }
}
