package org.carme.templates;

import java.util.Optional;

/**
 * To whom a start is charged: a project, or the group that has the template and is a project by rule.
 *
 * @param name a group's name or a project's slug
 */
public record Charge(Kind kind, String name) {
    /** How the name is meant. */
    public enum Kind {
        GROUP,
        PROJECT
    }

    public static Charge group(String name) {
        return new Charge(Kind.GROUP, name);
    }

    public static Charge project(String slug) {
        return new Charge(Kind.PROJECT, slug);
    }

    /** @return the project's; empty for a group */
    public Optional<String> slug() {
        return isProject() ? Optional.of(name) : Optional.empty();
    }

    public boolean isProject() {
        return kind == Kind.PROJECT;
    }
}
