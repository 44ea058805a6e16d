package org.carme.cluster;

/** What a scheduler is made of: any of these can be away while the others answer. */
public enum SchedulerPart {
    /** Decides which job runs where. */
    CONTROLLER,
    /** Hands on what the portal asks. */
    INTERFACE,
    /** Remembers users and ended jobs. */
    ACCOUNTING
}
