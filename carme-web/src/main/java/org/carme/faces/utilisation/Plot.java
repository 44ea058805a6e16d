package org.carme.faces.utilisation;

import java.util.List;

/**
 * What one of the two plots shows.
 *
 * @param most what its upper edge stands for
 */
public record Plot(List<Curve> curves, String most) {
    public Plot {
        curves = curves.stream().filter(curve -> !curve.path().isEmpty()).toList();
    }
}
