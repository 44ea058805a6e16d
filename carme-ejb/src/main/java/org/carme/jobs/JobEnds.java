package org.carme.jobs;

/** What else ends with a job; told from outside, because this package knows nothing of it. */
public interface JobEnds {
    /** The job has ended, in this transaction, in which its row is locked. */
    void ended(JobSummary job);
}
