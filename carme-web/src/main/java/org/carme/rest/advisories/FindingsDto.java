package org.carme.rest.advisories;

import java.util.List;
import java.util.Optional;
import org.carme.advisories.AdvisoryStatus;
import org.carme.advisories.Finding;
import org.carme.common.Part;

/**
 * What concerns a version of an image, the worst first.
 *
 * @param checkedAt when that was found; missing before the first check
 * @param next cursor of the following part
 */
public record FindingsDto(Optional<String> checkedAt, List<FindingDto> findings, Optional<String> next) {
    static FindingsDto of(AdvisoryStatus status, Part<Finding> part) {
        return new FindingsDto(
                status.shown().map(check -> check.startedAt().toString()),
                part.rows().stream().map(FindingDto::of).toList(),
                part.next());
    }
}
