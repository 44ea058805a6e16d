package org.carme.projects;

import java.time.Instant;
import java.util.Optional;

/**
 * A project as a line of a list.
 *
 * @param slug by which it is asked for, started under and limited
 * @param expired whether it is active and its time is over
 * @param expiresAt empty: never, or not approved yet
 * @param mine how the reader stands to it; NONE for administrators
 * @param members how many people may start something by it
 * @param waiting how many wait for an answer: of a manager, or, as administrators see it, of an administrator
 */
public record ProjectSummary(
        String slug,
        String name,
        String owner,
        ProjectState state,
        Classification classification,
        boolean expired,
        Optional<Instant> expiresAt,
        boolean renewalAsked,
        MemberState mine,
        long members,
        long waiting) {}
