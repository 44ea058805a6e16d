package org.carme.faces.layout;

/**
 * What is said about one field of a page.
 *
 * @param id the field's id in the browser
 */
public record WrongField(String id, String text) {}
