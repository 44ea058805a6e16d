package org.carme.projects;

import java.util.Optional;

/**
 * Which projects an administrator looks for; what is empty does not matter.
 *
 * @param text part of a name, a slug or an owner's name
 */
public record ProjectQuery(Optional<ProjectFilter> filter, Optional<String> text, ProjectOrder order) {
    /** All projects, newest first. */
    public static final ProjectQuery ALL = new ProjectQuery(Optional.empty(), Optional.empty(), ProjectOrder.NEWEST);
}
