package org.carme.faces.utilisation;

/**
 * A line or an area of a plot.
 *
 * @param path in thousandths of the width and hundredths of the height
 * @param style its classes in the style sheet
 */
public record Curve(String path, String style) {}
