package org.carme.builds;

import java.time.Instant;
import java.util.Optional;
import org.carme.images.VersionState;
import org.carme.jobs.JobState;

/**
 * A build in a list.
 *
 * @param id the number of its job
 * @param base the version that it begins with, as {@code image:version}
 * @param image of the version that it makes; of one that makes none, the base's
 * @param version likewise
 * @param location folder on the nodes that it makes; empty if it makes none
 * @param versionState empty as long as there is no such version
 * @param offered whether it waits for an image manager
 */
public record BuildSummary(
        long id,
        BuildKind kind,
        String owner,
        String base,
        String image,
        String version,
        String location,
        BuildState state,
        JobState jobState,
        Optional<VersionState> versionState,
        boolean offered,
        Instant createdAt,
        Optional<Instant> endedAt) {}
