package org.carme.rest.advisories;

import org.carme.advisories.AdvisoryChange;

/**
 * An advisory that concerns only one of two versions.
 *
 * @param isNew whether it is this one, and not the other
 */
public record AdvisoryChangeDto(AdvisoryDto advisory, boolean isNew) {
    static AdvisoryChangeDto of(AdvisoryChange change) {
        return new AdvisoryChangeDto(AdvisoryDto.of(change.advisory()), change.isNew());
    }
}
