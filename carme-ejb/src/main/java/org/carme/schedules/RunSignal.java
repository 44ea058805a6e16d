package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.BiPredicate;

/** How the batch module is asked to run a job now; it registers itself. */
@ApplicationScoped
public class RunSignal {
    private volatile BiPredicate<String, Map<String, String>> starter = (job, parameters) -> false;

    /** @param how says whether an execution has begun; it must not wait for its end */
    public void startWith(BiPredicate<String, Map<String, String>> how) {
        starter = how;
    }

    boolean raise(String job, Map<String, String> parameters) {
        return starter.test(job, parameters);
    }
}
