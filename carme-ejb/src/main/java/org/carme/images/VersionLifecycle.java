package org.carme.images;

import static org.carme.images.VersionState.ACTIVE;
import static org.carme.images.VersionState.DEPRECATED;
import static org.carme.images.VersionState.DISABLED;
import static org.carme.images.VersionState.DRAFT;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.carme.audit.AuditAction;

/** The life of a version. Nothing becomes a draft again: jobs may have recorded it. */
final class VersionLifecycle {
    private static final Map<VersionState, Set<VersionState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(ACTIVE),
            ACTIVE, EnumSet.of(DEPRECATED, DISABLED),
            DEPRECATED, EnumSet.of(ACTIVE, DISABLED),
            DISABLED, EnumSet.of(ACTIVE)));

    private VersionLifecycle() {}

    static Set<VersionState> next(VersionState from) {
        return EnumSet.copyOf(NEXT.get(from));
    }

    /**
     * What a step is called in the audit log.
     *
     * @throws ImageConflictException if it does not follow
     */
    static AuditAction step(VersionState from, VersionState to) {
        if (!NEXT.get(from).contains(to)) {
            throw ImageConflictException.noSuchStep();
        }
        return switch (to) {
            case ACTIVE -> from == DRAFT ? AuditAction.IMAGE_VERSION_APPROVED : AuditAction.IMAGE_VERSION_ENABLED;
            case DEPRECATED -> AuditAction.IMAGE_VERSION_DEPRECATED;
            case DISABLED -> AuditAction.IMAGE_VERSION_DISABLED;
            case DRAFT -> throw new IllegalArgumentException("nothing becomes a draft");
        };
    }
}
