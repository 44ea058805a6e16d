package org.carme.quotas;

/**
 * Whose jobs are summed.
 *
 * @param name of an owner or a group, or a project's slug
 * @param owner of a project's jobs only this one's; empty: everybody's
 */
public record QuotaScope(Kind kind, String name, String owner) {
    /** How the name is meant. */
    public enum Kind {
        OWNER,
        /** A group to which jobs are charged. */
        GROUP,
        /** A project to which jobs are charged. */
        PROJECT
    }

    static QuotaScope of(QuotaSubject subject, String user) {
        return switch (subject.kind()) {
            case EVERY_USER, USER, EACH_MEMBER -> new QuotaScope(Kind.OWNER, user, "");
            case GROUP -> new QuotaScope(Kind.GROUP, subject.name(), "");
            case PROJECT -> new QuotaScope(Kind.PROJECT, subject.name(), "");
            case EACH_PROJECT_MEMBER -> new QuotaScope(Kind.PROJECT, subject.name(), user);
        };
    }
}
