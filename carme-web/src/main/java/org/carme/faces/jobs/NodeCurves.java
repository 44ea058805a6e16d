package org.carme.faces.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The curves of one node, and the same as a table. */
public class NodeCurves {
    private static final int TABLE_ROWS = 20;

    /** A line of the table. */
    public static class Row {
        private final long at;
        private final List<String> values;

        Row(long at, List<String> values) {
            this.at = at;
            this.values = List.copyOf(values);
        }

        public long getAt() {
            return at;
        }

        public List<String> getValues() {
            return values;
        }
    }

    private final String name;
    private final String devices;
    private final List<Curve> curves;

    /** @param devices what they are called, may be empty */
    NodeCurves(String name, String devices, List<Curve> curves) {
        this.name = name;
        this.devices = devices;
        this.curves = List.copyOf(curves);
    }

    public String getName() {
        return name;
    }

    public String getDevices() {
        return devices;
    }

    public List<Curve> getCurves() {
        return curves;
    }

    /** @return every so manieth point, newest first */
    public List<Row> getRows() {
        int points = curves.isEmpty() ? 0 : curves.get(0).points().size();
        int step = Math.max(1, (points + TABLE_ROWS - 1) / TABLE_ROWS);
        List<Row> rows = new ArrayList<>();
        for (int point = points - 1; point >= 0; point -= step) {
            int place = point;
            rows.add(new Row(
                    curves.get(0).points().get(point).at().toEpochMilli(),
                    IntStream.range(0, curves.size())
                            .mapToObj(curve -> curves.get(curve)
                                    .text(curves.get(curve).points().get(place)))
                            .toList()));
        }
        return rows;
    }
}
