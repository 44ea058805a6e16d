package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;

/** How long executions are kept: thirty days, and the last twenty of each job for ever. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Retention {
    static final Duration KEPT = Duration.ofDays(30);
    static final int LAST = 20;

    @Inject
    RetentionRepository rows;

    @Inject
    Clock clock;

    /**
     * What is to be kept.
     *
     * @param from by job, the first execution of its last ones; a job that had fewer is missing
     */
    public record Kept(Instant since, Map<String, Long> from) {
        boolean isOver(RetentionRepository.Old row) {
            return row.createdAt().isBefore(since)
                    && !row.status().isGoing()
                    && row.execution() < from.getOrDefault(row.job(), 0L);
        }
    }

    /**
     * A part that was looked at.
     *
     * @param last where the next part begins, empty at the end
     */
    public record Part(int removed, Optional<Long> last) {}

    /** @return to be asked for once, as it looks at all executions */
    public Kept kept() {
        return new Kept(clock.instant().minus(KEPT), rows.firstOfLast(LAST));
    }

    /** Removes what is over among some executions in turn. */
    public Part remove(Kept kept, long after, int most) {
        List<RetentionRepository.Old> part = rows.after(after, most);
        int removed = 0;
        for (int begin = 0; begin < part.size(); begin++) {
            int end = begin;
            while (end < part.size() && kept.isOver(part.get(end))) {
                end++;
            }
            if (end > begin) {
                rows.remove(part.get(begin), part.get(end - 1));
                removed += end - begin;
                begin = end;
            }
        }
        if (removed > 0) {
            LongSummaryStatistics instances = part.stream()
                    .filter(kept::isOver)
                    .mapToLong(RetentionRepository.Old::instance)
                    .summaryStatistics();
            rows.removeInstances(instances.getMin(), instances.getMax());
        }
        Optional<Long> last = part.stream()
                .filter(row -> row.createdAt().isBefore(kept.since()))
                .map(RetentionRepository.Old::execution)
                .reduce((first, second) -> second);
        return new Part(removed, last);
    }

    /** Removes the checkpoints of executions that are gone: the runtime keeps them for ever. */
    public int removeCheckpoints() {
        return rows.removeCheckpoints();
    }
}
