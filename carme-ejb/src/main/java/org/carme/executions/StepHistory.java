package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What other features learn from how a step of theirs went last, on whichever portal. */
@ApplicationScoped
public class StepHistory {
    /** So many executions back: nights, and some that administrators have begun. */
    private static final int MOST = 50;

    @Inject
    ExecutionRepository executions;

    @Inject
    ThisPortal self;

    /**
     * A step that has completed.
     *
     * @param host the machine of its portal, empty of one from before that was kept
     * @param here whether that is this machine
     * @param exit what became of it, in its own words
     */
    public record Ended(String host, boolean here, String exit) {}

    /** @return newest first, of the last executions of the job */
    public List<Ended> completed(String job, String step) {
        String host = self.host();
        return executions.completed(job, step, MOST).stream()
                .map(row -> new Ended(row.host(), row.host().equals(host), row.exit()))
                .toList();
    }
}
