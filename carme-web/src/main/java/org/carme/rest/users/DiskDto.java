package org.carme.rest.users;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.carme.diskuse.DiskReport;
import org.carme.diskuse.DiskUse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller uses of the site's disks. */
public record DiskDto(
        @Schema(description = "When that was looked at; left out where the site says nothing")
        Instant asOf,

        List<Use> disks) {
    /** Of one of them. */
    public record Use(
            String path,
            long usedBytes,
            @Schema(description = "Left out: none") Long limitBytes,
            long usedFiles,
            @Schema(description = "Left out: none") Long limitFiles,

            @Schema(description = "Whether 95 percent of a limit are reached")
            boolean nearlyFull) {
        static Use of(DiskUse use) {
            return new Use(
                    use.path(),
                    use.usedBytes(),
                    orNull(use.limitBytes()),
                    use.usedFiles(),
                    orNull(use.limitFiles()),
                    use.isNearlyFull());
        }

        private static Long orNull(OptionalLong limit) {
            return limit.isPresent() ? limit.getAsLong() : null;
        }
    }

    static final DiskDto NOTHING = new DiskDto(null, List.of());

    static DiskDto of(DiskReport report) {
        return new DiskDto(report.asOf(), report.disks().stream().map(Use::of).toList());
    }
}
