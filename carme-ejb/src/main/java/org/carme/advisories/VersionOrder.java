package org.carme.advisories;

import java.util.Comparator;

/** How the makers of packages order their versions. */
interface VersionOrder extends Comparator<String> {
    /** @return whether it can be compared; what is not is never given to {@link #compare} */
    boolean isVersion(String text);
}
