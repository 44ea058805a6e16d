package org.carme.images;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a version is good for now; {@link VersionLifecycle} says what follows upon what. */
public enum VersionState {
    /** Seen by image managers alone. */
    DRAFT,
    ACTIVE,
    /** Can still be started, but another one is meant to be used. */
    DEPRECATED,
    /** Cannot be started; what runs goes on. */
    DISABLED;

    /** What everybody may start who may use the image. */
    static final Set<VersionState> STARTABLE = Collections.unmodifiableSet(EnumSet.of(ACTIVE, DEPRECATED));

    public boolean isStartable() {
        return STARTABLE.contains(this);
    }

    /** @return the states that an image manager may give it next */
    public Set<VersionState> next() {
        return VersionLifecycle.next(this);
    }

    /** @return as it stands in the API and in addresses, such as {@code active} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
