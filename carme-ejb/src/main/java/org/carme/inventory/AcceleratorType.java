package org.carme.inventory;

import java.util.Locale;
import org.carme.cluster.ClusterPicture;

/**
 * How an accelerator type is called and shown.
 *
 * @param name as the scheduler names it; {@link ClusterPicture#CPU} stands for none
 * @param title for people, 1 to 40 characters
 * @param version to be handed back with a change; 0 if nobody has described the type yet
 */
public record AcceleratorType(String name, String title, TypeColour colour, Kind kind, long version) {
    static final int TITLE_LENGTH = 40;

    /** What it is. */
    public enum Kind {
        GPU,
        FPGA,
        /** No accelerator at all. */
        CPU_ONLY,
        OTHER
    }

    /** @return the type as it is shown until somebody describes it */
    static AcceleratorType undescribed(String name) {
        boolean cpu = name.equals(ClusterPicture.CPU);
        return new AcceleratorType(
                name,
                name.toUpperCase(Locale.ROOT),
                cpu ? TypeColour.GREY : TypeColour.standard(name),
                cpu ? Kind.CPU_ONLY : Kind.GPU,
                0);
    }
}
