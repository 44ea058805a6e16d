package org.carme.agents;

/** What an agent says of a service. */
public enum ServiceState {
    STARTING,
    /** It answers as its declaration says. */
    READY,
    /** It did not start or has ended. */
    FAILED,
    /** It starts when somebody opens it. */
    IDLE,
    /** What it needs is not where the job runs, and nobody is to be told of it. */
    ABSENT
}
