package org.carme.templates;

/** An image that may be chosen. */
public record ImageOption(String name, String title, String description) {
    /** One that is meant but not looked up. */
    public static ImageOption named(String name) {
        return new ImageOption(name, "", "");
    }
}
