package org.carme.projects;

import java.util.List;

/** What is used of a project; told from outside, because this package knows no jobs. */
public interface ProjectUse {
    /**
     * What one of a project's members has started by it.
     *
     * @param acceleratorHours of all that has started, up to now
     */
    record Share(String user, long runningJobs, long waitingJobs, double acceleratorHours) {}

    /** @return by user; whoever has started nothing is missing */
    List<Share> of(String slug);
}
