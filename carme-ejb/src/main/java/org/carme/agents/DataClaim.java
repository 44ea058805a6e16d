package org.carme.agents;

import java.util.Optional;
import org.carme.staging.StagingProgress;

/**
 * What an agent says of its job's data.
 *
 * @param staging of what comes to the node, of an agent that copies some
 * @param results of what goes back, as soon as it does
 */
public record DataClaim(Optional<StagingProgress> staging, Optional<StagingProgress> results) {
    /** Nothing is said. */
    public static final DataClaim NONE = new DataClaim(Optional.empty(), Optional.empty());
}
