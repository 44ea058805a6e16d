package org.carme.rest.advisories;

import java.util.List;
import org.carme.advisories.Advisory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A known fault.
 *
 * @param id its name in the database it comes from
 * @param otherNames such as CVE numbers
 */
public record AdvisoryDto(
        String id,
        List<String> otherNames,

        @Schema(enumeration = {"critical", "high", "medium", "low", "unrated"})
        String severity,

        String summary) {
    static AdvisoryDto of(Advisory advisory) {
        return new AdvisoryDto(
                advisory.code(), advisory.otherNames(), advisory.severity().word(), advisory.summary());
    }
}
