package org.carme.faces.utilisation;

import java.util.List;

/**
 * What a curve means.
 *
 * @param style its classes in the style sheet
 */
public record LegendRow(String title, String style, List<Figure> figures) {}
