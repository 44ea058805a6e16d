package org.carme.projects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A project as somebody sees it who belongs to it or administrates.
 *
 * @param reason why it was refused; empty else
 * @param version to be handed back with a change, so that nobody overwrites what he has not seen
 * @param linkKey for those who may let others in
 * @param templates names, sorted
 * @param members sorted by name; those who are no members yet are shown to those alone who decide
 * @param possible what the reader can do with it now
 * @param useVisible whether the reader may see what each member uses
 */
public record ProjectDetails(
        ProjectSummary summary,
        String description,
        String reason,
        Instant requestedAt,
        long version,
        Optional<String> linkKey,
        List<String> templates,
        List<ProjectMember> members,
        Set<ProjectEvent> possible,
        boolean useVisible) {

    public ProjectDetails {
        templates = List.copyOf(templates);
        members = List.copyOf(members);
        possible = Set.copyOf(possible);
    }
}
