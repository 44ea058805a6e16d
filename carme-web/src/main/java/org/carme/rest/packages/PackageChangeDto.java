package org.carme.rest.packages;

import java.util.List;
import java.util.Locale;
import org.carme.packages.PackageChange;

/**
 * A package that differs.
 *
 * @param kind {@code apt}, {@code conda}, {@code pip} or {@code other}
 * @param before its versions in the other one, none if it is new
 * @param after its versions in this one, none if it is gone
 */
public record PackageChangeDto(String kind, String name, List<String> before, List<String> after) {
    static PackageChangeDto of(PackageChange change) {
        return new PackageChangeDto(
                change.kind().name().toLowerCase(Locale.ROOT), change.name(), change.before(), change.after());
    }
}
