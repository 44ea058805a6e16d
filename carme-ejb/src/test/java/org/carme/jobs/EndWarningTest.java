package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.jobs.TestJobs.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndWarningTest {
    @Test
    void warnsThreeTimesBeforeTheEndOfALongJob() {
        assertThat(warnings(running(Duration.ofHours(2)), 120)).containsExactly(30, 10, 2);
    }

    @Test
    void warnsAShortJobOfWhatLiesAhead() {
        assertThat(warnings(running(Duration.ofMinutes(20)), 20)).containsExactly(10, 2);
        assertThat(warnings(running(Duration.ofMinutes(2)), 2)).isEmpty();
    }

    @Test
    void warnsAgainBeforeALaterEndButNotOfWhatHasBeenSaid() {
        Job job = running(Duration.ofHours(2));
        assertThat(job.warnOfEnd(minute(95))).contains(30);

        job.observe(TestJobs.ends(job, minute(240)), minute(96));
        assertThat(job.warnOfEnd(minute(97))).isEmpty();
        assertThat(job.warnOfEnd(minute(211))).contains(30);

        job.observe(TestJobs.ends(job, minute(241)), minute(212));
        assertThat(job.warnOfEnd(minute(213))).isEmpty();
    }

    @Test
    void warnsNobodyOfAnEndThatNobodyKnows() {
        assertThat(TestJobs.job().warnOfEnd(NOW)).isEmpty();
    }

    private static Job running(Duration limit) {
        Job job = TestJobs.job();
        job.registered("42");
        job.observe(TestJobs.ends(job, NOW.plus(limit)), NOW);
        return job;
    }

    private static List<Integer> warnings(Job job, int minutes) {
        return IntStream.rangeClosed(0, minutes)
                .mapToObj(minute -> job.warnOfEnd(minute(minute)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Instant minute(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }
}
