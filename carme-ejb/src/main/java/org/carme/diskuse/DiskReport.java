package org.carme.diskuse;

import java.time.Instant;
import java.util.List;

/**
 * What somebody uses.
 *
 * @param asOf when that was looked at
 */
public record DiskReport(Instant asOf, List<DiskUse> disks) {
    public DiskReport {
        disks = List.copyOf(disks);
    }
}
