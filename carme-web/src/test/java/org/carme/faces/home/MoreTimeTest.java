package org.carme.faces.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;
import org.carme.web.security.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often jobs are read for a page that offers more time. */
class MoreTimeTest {
    private final MyJobs jobs = new MyJobs();
    private final MoreTime more = new MoreTime();
    private final Counted counted = new Counted();

    @BeforeEach
    void open() {
        jobs.jobService = counted;
        jobs.currentUser = new Alice();
        more.jobs = jobs;
        more.currentUser = jobs.currentUser;
        more.extensions = new AnHour();
    }

    @Test
    void offersItForTheJobsThatThePageHasAlready() {
        List<JobSummary> shown = jobs.active();

        assertThat(more.minutes(row(shown.get(0)))).isEqualTo(60);
        assertThat(more.minutes(row(shown.get(0)))).isEqualTo(60);
        assertThat(counted.times).isEqualTo(1);
    }

    @Test
    void readsTheJobsAnewWhenSomethingHasChanged() {
        jobs.active();
        jobs.refresh();
        jobs.active();

        assertThat(counted.times).isEqualTo(2);
    }

    private static JobRow row(JobSummary job) {
        return new JobRow(job, "CPU", "", List.of());
    }

    private static final class Counted extends JobService {
        private int times;

        @Override
        public List<JobSummary> active(String user) {
            times++;
            return List.of(new JobSummary(
                    new JobId(1),
                    "key",
                    "tag",
                    user,
                    7001,
                    "job",
                    "CPU",
                    Optional.empty(),
                    0,
                    1,
                    "base",
                    "1",
                    Optional.empty(),
                    JobState.RUNNING,
                    Optional.empty(),
                    "",
                    Optional.of("42"),
                    List.of("node01"),
                    Duration.ofHours(1),
                    Instant.EPOCH,
                    Optional.of(Instant.EPOCH),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    StagedData.NONE));
        }
    }

    private static final class AnHour extends Extensions {
        @Override
        public boolean areOffered() {
            return true;
        }

        @Override
        public Map<JobId, Duration> offers(String user, Collection<JobSummary> asked) {
            return asked.stream().collect(Collectors.toMap(JobSummary::id, job -> Duration.ofHours(1)));
        }
    }

    private static final class Alice extends CurrentUser {
        @Override
        public String getName() {
            return "alice";
        }
    }
}
