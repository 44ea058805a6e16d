package org.carme.templates;

/**
 * A template that a project gives to somebody.
 *
 * @param project its slug
 * @param title its name
 */
public record ProjectTemplate(String project, String title, String template) {}
