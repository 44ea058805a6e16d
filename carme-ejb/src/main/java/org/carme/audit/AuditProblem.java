package org.carme.audit;

/** How the chain can be broken. */
public enum AuditProblem {
    /** The row is not what was sealed, or not the one that stood there. */
    CHANGED,
    /** There is no row with that number. */
    MISSING,
    /** There is a sealed row where the chain has none. */
    UNEXPECTED,
    /** Begin and end of the chain were not written by the portal. */
    HEAD_CHANGED
}
