package org.carme.diskuse;

import java.util.OptionalLong;

/**
 * What somebody uses of a disk.
 *
 * @param path of which it is said
 * @param limitBytes empty: none
 * @param limitFiles empty: none
 */
public record DiskUse(String path, long usedBytes, OptionalLong limitBytes, long usedFiles, OptionalLong limitFiles) {
    private static final int NEARLY = 95;
    private static final int WHOLE = 100;

    /** @return of that of its limits which is nearer, in percent; 0 without any */
    public int percent() {
        return Math.max(percent(usedBytes, limitBytes), percent(usedFiles, limitFiles));
    }

    /** Whether something should be removed soon. */
    public boolean isNearlyFull() {
        return percent() >= NEARLY;
    }

    private static int percent(long used, OptionalLong limit) {
        return limit.isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, (double) WHOLE * used / limit.getAsLong());
    }
}
