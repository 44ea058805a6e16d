package org.carme.images;

/**
 * What is said about an image, whatever its versions are.
 *
 * @param name for requests; never changes
 * @param description Markdown
 */
public record ImageProfile(String name, String title, String description, ImageAccess access) {}
