package org.carme.health;

/** What the portal needs. */
public enum Part {
    DATABASE,
    DIRECTORY,
    CONTROLLER,
    INTERFACE,
    ACCOUNTING
}
