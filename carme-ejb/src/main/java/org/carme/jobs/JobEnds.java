package org.carme.jobs;

import java.util.List;

/** What else ends with a job; told from outside, because this package knows nothing of it. */
public interface JobEnds {
    /** These jobs have ended, in this transaction, in which their rows are locked. */
    void ended(List<JobSummary> jobs);
}
