package org.carme.batch.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.cluster.SchedulerJob;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/**
 * Jobs of the scheduler with a tag that none of Carme's open jobs has.
 *
 * @param late taken by the scheduler after they had ended here: nobody would ever stop them
 * @param orphans of a tag that Carme does not know: another portal's, or started after the backup that was restored
 */
record Strays(List<SchedulerJob> late, List<SchedulerJob> orphans) {
    /**
     * Of a job that has not ended here nothing is a stray: it may just be on its way. Neither is a tag on a job of somebody
     * else.
     *
     * @param known read after the scheduler was asked, so that whatever it has told of has its row
     */
    static Strays among(List<SchedulerJob> tagged, Collection<JobSummary> known) {
        Map<String, JobSummary> byTag =
                known.stream().collect(Collectors.toMap(JobSummary::tag, Function.identity(), (one, same) -> one));
        List<SchedulerJob> late = new ArrayList<>();
        List<SchedulerJob> orphans = new ArrayList<>();
        for (SchedulerJob job : tagged) {
            JobSummary ours = byTag.get(job.tag());
            if (ours == null) {
                orphans.add(job);
            } else if (isLate(job, ours)) {
                late.add(job);
            }
        }
        return new Strays(late, orphans);
    }

    private static boolean isLate(SchedulerJob job, JobSummary ours) {
        return ours.state() == JobState.ENDED
                && ours.owner().equals(job.user())
                && !ours.slurmJobId().equals(Optional.of(job.id()));
    }
}
