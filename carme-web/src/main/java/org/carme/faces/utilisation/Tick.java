package org.carme.faces.utilisation;

/**
 * A mark of an axis.
 *
 * @param at percent of the length
 * @param minor whether it may be left out where there is little room
 */
public record Tick(String at, String label, boolean minor) {}
