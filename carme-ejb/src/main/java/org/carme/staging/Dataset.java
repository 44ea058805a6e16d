package org.carme.staging;

/**
 * Data that a site keeps for everybody.
 *
 * @param path a folder or an archive, as the nodes see it
 */
public record Dataset(String name, String title, String path, String description) {}
