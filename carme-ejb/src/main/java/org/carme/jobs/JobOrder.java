package org.carme.jobs;

/** By what a list of everybody's jobs is sorted. */
public enum JobOrder {
    NEWEST("j.id < :last", "j.id DESC", Long.MAX_VALUE),
    OLDEST("j.id > :last", "j.id", 0);

    private final String following;
    private final String order;
    private final long start;

    JobOrder(String following, String order, long start) {
        this.following = following;
        this.order = order;
        this.start = start;
    }

    /** @return what holds for those that come after the one with the number {@code :last} */
    String following() {
        return following;
    }

    String order() {
        return order;
    }

    /** @return after which the first one comes */
    long start() {
        return start;
    }
}
