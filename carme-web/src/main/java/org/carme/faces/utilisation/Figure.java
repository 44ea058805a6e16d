package org.carme.faces.utilisation;

/**
 * A number of the legend.
 *
 * @param latest the one that holds now
 * @param values all of them with bars between, in the order of the chart's times
 * @param unit what follows it
 */
public record Figure(String latest, String values, String unit) {}
