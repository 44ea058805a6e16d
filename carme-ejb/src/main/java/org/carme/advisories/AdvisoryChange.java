package org.carme.advisories;

/**
 * An advisory that concerns one of two versions.
 *
 * @param isNew whether it is the later one
 */
public record AdvisoryChange(Advisory advisory, boolean isNew) {}
