package org.carme.agents;

/**
 * What an agent has to offer at its start.
 *
 * @param schedulerId the job's id in the scheduler
 * @param node the name of the node it runs on
 * @param knowsImages whether it runs services in images
 * @param knowsTasks whether it does what is to be done before
 * @param hidesHomes whether it keeps homes from jobs that must not see them
 */
public record BootstrapRequest(
        String secret, String schedulerId, String node, boolean knowsImages, boolean knowsTasks, boolean hidesHomes) {
    /** Without the secret: this may end in a log. */
    @Override
    public String toString() {
        return "job " + schedulerId + " on " + node;
    }
}
