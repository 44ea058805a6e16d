package org.carme.projects;

import java.time.Instant;
import java.util.Set;

/**
 * How somebody stands to a project.
 *
 * @param possible what the reader can do about it now
 */
public record ProjectMember(String user, MemberState state, Instant since, Set<MemberEvent> possible) {
    public ProjectMember {
        possible = Set.copyOf(possible);
    }
}
