package org.carme.messages;

/** How a message is shown. */
public enum Kind {
    INFO,
    SUCCESS,
    WARNING,
    ERROR
}
