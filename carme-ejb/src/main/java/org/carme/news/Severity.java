package org.carme.news;

/** How much it matters, the least first. */
public enum Severity {
    INFO,
    WARNING,
    IMPORTANT
}
