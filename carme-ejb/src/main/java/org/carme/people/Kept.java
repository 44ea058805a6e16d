package org.carme.people;

/** How many rows a feature keeps about somebody. */
public record Kept(String section, long rows) {}
