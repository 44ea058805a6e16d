package org.carme.rest.advisories;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.advisories.Finding;
import org.carme.common.Part;

/**
 * What concerns a version of an image, the worst first.
 *
 * @param checkedAt when that was found; missing if no check has looked at what is inside the version now
 * @param next cursor of the following part
 */
public record FindingsDto(Optional<String> checkedAt, List<FindingDto> findings, Optional<String> next) {
    static FindingsDto of(Optional<Instant> checkedAt, Part<Finding> part) {
        return new FindingsDto(
                checkedAt.map(Instant::toString),
                part.rows().stream().map(FindingDto::of).toList(),
                part.next());
    }
}
