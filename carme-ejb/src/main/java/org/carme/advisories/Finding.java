package org.carme.advisories;

import java.util.Optional;
import org.carme.packages.PackageKind;

/**
 * A package with a known fault.
 *
 * @param id of the package
 * @param fixed the next version without the fault, as the advisory counts versions; empty if none is known
 */
public record Finding(
        Advisory advisory, long id, PackageKind kind, String name, String version, Optional<String> fixed) {}
