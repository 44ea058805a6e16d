package org.carme.templates;

/** An image that may be chosen. */
public record ImageOption(String name, String title, String description) {}
