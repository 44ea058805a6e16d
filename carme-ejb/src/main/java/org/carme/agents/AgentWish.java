package org.carme.agents;

/**
 * What somebody inside a job wants of the portal, for that job alone.
 *
 * @param text to be told; empty for all but {@link Kind#NOTIFY}
 * @param minutes more for the job; 0 for all but {@link Kind#EXTEND}
 */
public record AgentWish(Kind kind, String text, int minutes) {
    /** What is wanted. */
    public enum Kind {
        /** To know how the job is. */
        INFO,
        /** To tell the job's owner something. */
        NOTIFY,
        /** More time. */
        EXTEND,
        /** The job's end. */
        STOP
    }
}
