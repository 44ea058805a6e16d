package org.carme.rest.advisories;

import java.util.Locale;
import java.util.Optional;
import org.carme.advisories.Finding;

/**
 * A package with a known fault.
 *
 * @param packageId for asking which images have it
 * @param kind {@code apt}, {@code conda}, {@code pip} or {@code other}
 * @param fixed the next version without the fault, if one is known; of apt's packages the source package's
 */
public record FindingDto(
        AdvisoryDto advisory, long packageId, String kind, String name, String version, Optional<String> fixed) {
    static FindingDto of(Finding finding) {
        return new FindingDto(
                AdvisoryDto.of(finding.advisory()),
                finding.id(),
                finding.kind().name().toLowerCase(Locale.ROOT),
                finding.name(),
                finding.version(),
                finding.fixed());
    }
}
