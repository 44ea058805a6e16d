package org.carme.entries;

/**
 * A service of a job that can be opened.
 *
 * @param icon name of a PrimeIcon
 * @param ready whether it answers
 */
public record EntryPoint(String jobKey, String name, String title, String icon, boolean ready) {}
