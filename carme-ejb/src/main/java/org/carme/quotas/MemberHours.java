package org.carme.quotas;

import java.util.Optional;

/**
 * What somebody uses of a project's hours in a period, and may still use.
 *
 * @param acceleratorType empty for somebody who has used none
 * @param used by ended jobs
 * @param running what running jobs have or may use, their whole time limit
 * @param queued what waiting jobs may use, their whole time limit
 * @param left by the strictest limit for each member of the project that counts the type; empty if there is none
 */
public record MemberHours(
        String user, String acceleratorType, double used, double running, double queued, Optional<Double> left) {

    /** The same without what is left. */
    public record Used(String user, String acceleratorType, double used, double running, double queued) {
        double all() {
            return used + running + queued;
        }
    }
}
