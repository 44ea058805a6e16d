package org.carme.rest.inventory;

import java.time.Instant;
import org.carme.inventory.GoneNode;

/**
 * A node that Slurm does not know any more.
 *
 * @param hardware what it last had, in words
 */
public record GoneNodeDto(String name, String hardware, Instant since) {
    static GoneNodeDto of(GoneNode node) {
        return new GoneNodeDto(node.name(), node.hardware(), node.since());
    }
}
