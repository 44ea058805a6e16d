package org.carme.advisories;

import java.util.List;

/**
 * A known fault.
 *
 * @param code its name in the database it comes from, such as {@code GHSA-…} or {@code DEBIAN-CVE-…}
 * @param otherNames such as {@code CVE-…}
 * @param summary empty if it has none
 */
public record Advisory(String code, List<String> otherNames, Severity severity, String summary) {
    public Advisory {
        otherNames = List.copyOf(otherNames);
    }
}
