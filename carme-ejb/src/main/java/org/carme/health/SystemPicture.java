package org.carme.health;

import java.time.Instant;
import java.util.List;

/**
 * How the portal is, as seen by this instance.
 *
 * @param asOf when the parts were last asked, {@link Instant#EPOCH} if never
 * @param parts in a fixed order; empty before the first round
 * @param clusterAsOf when the watcher last read the nodes, {@link Instant#EPOCH} if never
 * @param waitingStarts not yet tried to send to the scheduler, of all instances
 * @param sessions open ones of all instances
 * @param connections to entry points through this instance
 */
public record SystemPicture(
        Instant asOf,
        List<PartState> parts,
        Versions versions,
        Instant clusterAsOf,
        long waitingStarts,
        long sessions,
        int connections,
        Jvm jvm) {}
