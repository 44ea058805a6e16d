package org.carme.configuration;

/**
 * What the file means for one object.
 *
 * @param section the key of its section
 * @param id by which it is told from others
 * @param detail what differs, empty unless it is changed
 */
public record ConfigurationChange(String section, String id, Kind kind, String detail) {
    /** What becomes of the object. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        UNCHANGED
    }
}
