package org.carme.utilisation;

import java.util.List;

/**
 * What became of one type.
 *
 * @param type as the scheduler names it; {@link org.carme.cluster.ClusterPicture#CPU} counts CPUs
 * @param points ascending; where one is missing, nobody looked
 */
public record TypeSeries(String type, List<Point> points) {
    public TypeSeries {
        points = List.copyOf(points);
    }
}
