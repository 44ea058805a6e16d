package org.carme.faces.utilisation;

import java.util.List;

/**
 * A line of the table that says the same as the chart.
 *
 * @param coming whether it is a forecast
 */
public record TableRow(String time, boolean coming, List<String> cells) {}
