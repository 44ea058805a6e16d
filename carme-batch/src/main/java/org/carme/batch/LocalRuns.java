package org.carme.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this portal has begun and not yet seen end, and whether a step of it is at work. */
@ApplicationScoped
class LocalRuns {
    private static final int AT_WORK = -1;

    /** Between two steps, and after the last one, the runtime takes milliseconds; a database that has just come back, more. */
    private static final int MOST_LOOKS = 20;

    private final Map<Long, Integer> looks = new ConcurrentHashMap<>();

    /** Its first step may be faster than whoever has begun it. */
    void begun(long execution) {
        looks.putIfAbsent(execution, 0);
    }

    void stepBegun(long execution) {
        looks.put(execution, AT_WORK);
    }

    void stepEnded(long execution) {
        looks.replace(execution, 0);
    }

    void ended(long execution) {
        looks.remove(execution);
    }

    Set<Long> all() {
        return Set.copyOf(looks.keySet());
    }

    /**
     * To be asked every three seconds while the database says that it runs.
     *
     * @return whether it has been between two steps for a minute of such looks: its thread has died there
     */
    boolean isLost(long execution) {
        Integer count = looks.computeIfPresent(execution, (id, before) -> before == AT_WORK ? AT_WORK : before + 1);
        return count != null && count > MOST_LOOKS;
    }
}
