package org.carme.people;

/** How somebody stands in the directory. */
public enum PersonState {
    /** His account may be used. */
    PRESENT,
    /** His account is locked or has expired. */
    CLOSED,
    /** The directory does not know him any more, but something is kept about him. */
    LEFT
}
