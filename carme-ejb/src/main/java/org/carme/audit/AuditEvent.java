package org.carme.audit;

/**
 * Something that is to be written down. Never put a password, token, ticket or key into it.
 *
 * @param actor who did it
 * @param about whose object it was done to; empty if it is nobody's
 * @param detail what else a reader wants to know, short; may be empty
 */
public record AuditEvent(AuditAction action, String actor, String about, AuditObject object, String detail) {
    /** Somebody has done something to an object of his own. */
    public static AuditEvent own(AuditAction action, String actor, AuditObject object, String detail) {
        return new AuditEvent(action, actor, actor, object, detail);
    }
}
