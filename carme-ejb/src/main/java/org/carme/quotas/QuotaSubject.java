package org.carme.quotas;

/**
 * Whom a rule limits.
 *
 * @param name of the user or group, the slug of the project, empty for everybody
 */
public record QuotaSubject(Kind kind, String name) {
    /** How the name is meant. */
    public enum Kind {
        /** Every single user who has no rule of his own for the same. */
        EVERY_USER(0),
        /** One user, whatever holds for every user. */
        USER(1),
        /** Every single member of a group. */
        EACH_MEMBER(2),
        /** All that is started through a group's templates, together. */
        GROUP(3),
        /** All that is started by a project, together. */
        PROJECT(4),
        /** What every single member of a project starts by it. */
        EACH_PROJECT_MEMBER(5);

        private final int place;

        Kind(int place) {
            this.place = place;
        }

        /** @return by which texts choose their words */
        int place() {
            return place;
        }
    }

    /** @return whether several users share the limit */
    public boolean isShared() {
        return kind == Kind.GROUP || kind == Kind.PROJECT;
    }

    /** @return whether the name is a project's slug */
    public boolean isOfProject() {
        return kind == Kind.PROJECT || kind == Kind.EACH_PROJECT_MEMBER;
    }
}
