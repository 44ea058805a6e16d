package org.carme.faces.cluster;

import org.carme.cluster.Reservation;

/** A reservation as a row. */
public class ReservationRow {
    /** A reservation may be of the whole cluster. */
    private static final int MOST_NODES = 8;

    private final Reservation reservation;

    ReservationRow(Reservation reservation) {
        this.reservation = reservation;
    }

    public String getName() {
        return reservation.name();
    }

    public long getBegin() {
        return reservation.begin().toEpochMilli();
    }

    public long getEnd() {
        return reservation.end().toEpochMilli();
    }

    public boolean isMaintenance() {
        return reservation.maintenance();
    }

    /** @return the first of them */
    public String getNodes() {
        return String.join(", ", reservation.nodes().stream().limit(MOST_NODES).toList());
    }

    /** @return how many more there are */
    public int getMore() {
        return Math.max(0, reservation.nodes().size() - MOST_NODES);
    }
}
