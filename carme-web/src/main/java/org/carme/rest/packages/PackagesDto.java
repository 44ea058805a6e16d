package org.carme.rest.packages;

import java.util.List;
import java.util.Optional;
import org.carme.common.Part;
import org.carme.packages.SoftwarePackage;

/**
 * Packages of a version.
 *
 * @param next cursor of the following part
 */
public record PackagesDto(List<PackageDto> packages, Optional<String> next) {
    static PackagesDto of(Part<SoftwarePackage> part) {
        return new PackagesDto(part.rows().stream().map(PackageDto::of).toList(), part.next());
    }
}
