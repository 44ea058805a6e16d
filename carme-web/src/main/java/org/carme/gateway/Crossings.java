package org.carme.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that is under way, so that it can be cut off when its session, its job or its time is over. */
final class Crossings {
    private final Clock clock;
    private final int mostPerJob;
    private final Set<Crossing> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perJob = new ConcurrentHashMap<>();

    /** @param mostPerJob keeps one job from taking everything */
    Crossings(Clock clock, int mostPerJob) {
        this.clock = clock;
        this.mostPerJob = mostPerJob;
    }

    /** @return false if its job has enough under way already */
    boolean add(Crossing crossing) {
        if (perJob.merge(crossing.jobKey(), 1, Integer::sum) > mostPerJob) {
            uncount(crossing.jobKey());
            return false;
        }
        return open.add(crossing);
    }

    void remove(Crossing crossing) {
        if (open.remove(crossing)) {
            uncount(crossing.jobKey());
        }
    }

    int size() {
        return open.size();
    }

    void cutSession(String session) {
        cut(crossing -> crossing.session().equals(session));
    }

    void cutJob(String jobKey) {
        cut(crossing -> crossing.jobKey().equals(jobKey));
    }

    Stream<String> sessions() {
        return open.stream().map(Crossing::session);
    }

    /** Cuts off what nobody has told about: sessions that ended elsewhere, services that keep silent. */
    void sweep(Set<String> over) {
        Instant now = clock.instant();
        cut(crossing -> crossing.isOverdue(now) || over.contains(crossing.session()));
    }

    void cutAll() {
        cut(crossing -> true);
    }

    private void uncount(String jobKey) {
        perJob.computeIfPresent(jobKey, (key, count) -> count == 1 ? null : count - 1);
    }

    private void cut(Predicate<Crossing> condition) {
        open.stream().filter(condition).forEach(Crossing::cut);
    }
}
