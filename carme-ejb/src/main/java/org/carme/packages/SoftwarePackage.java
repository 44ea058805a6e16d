package org.carme.packages;

import java.util.List;

/**
 * One version of a piece of software.
 *
 * @param name in small letters
 * @param licences as the package itself names them; empty if it does not
 * @param url its package URL, which identifies it
 */
public record SoftwarePackage(PackageKind kind, String name, String version, List<String> licences, String url) {
    public SoftwarePackage {
        licences = List.copyOf(licences);
    }
}
