package org.carme.health;

/** What the portal needs. */
public enum Part {
    DATABASE,
    DIRECTORY,
    CONTROLLER,
    INTERFACE,
    ACCOUNTING,

    /** Not asked but looked for: whether there is a new one. */
    BACKUP
}
