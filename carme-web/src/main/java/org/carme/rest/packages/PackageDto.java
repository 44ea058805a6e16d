package org.carme.rest.packages;

import java.util.List;
import java.util.Locale;
import org.carme.packages.SoftwarePackage;

/**
 * A package.
 *
 * @param kind {@code apt}, {@code conda}, {@code pip} or {@code other}
 * @param licences as the package itself names them
 * @param url its package URL
 */
public record PackageDto(String kind, String name, String version, List<String> licences, String url) {
    static PackageDto of(SoftwarePackage software) {
        return new PackageDto(
                software.kind().name().toLowerCase(Locale.ROOT),
                software.name(),
                software.version(),
                software.licences(),
                software.url());
    }
}
