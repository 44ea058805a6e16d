package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerJob;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slurm's accounting really says, and what it might say. */
class AccountingAnswersTest {
    private final RecordedSlurm slurm = new RecordedSlurm();
    private Scheduler scheduler;

    @BeforeEach
    void connect() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        scheduler = slurm.scheduler(new SettableClock());
    }

    @AfterEach
    void close() {
        slurm.close();
    }

    @Test
    void takesTheLatestOfRecordsWithOneId() {
        String jobs = "{\"jobs\":[{\"job_id\":7,\"user\":\"bob\",\"time\":{\"submission\":200}},"
                + "{\"job_id\":7,\"user\":\"alice\",\"time\":{\"submission\":100}}]}";
        slurm.on("GET /slurmdb/v0.0.38/job/7", Recording.json(jobs)::play);
        assertThat(scheduler.findAccounted("7").orElseThrow().user()).isEqualTo("bob");
    }

    @Test
    void listsTheAccountingsRecordsSinceATime() {
        Instant from = Instant.ofEpochSecond(1795442422);
        Clock later = Clock.fixed(from.plusSeconds(60), ZoneOffset.UTC);
        slurm.on("GET /slurmdb/v0.0.38/jobs/\\?start_time=now-360", "22.05/db-jobs");
        List<SchedulerJob> jobs = slurm.scheduler(later).accounted(from);
        assertThat(jobs).extracting(SchedulerJob::id).containsExactly("10", "11");
        assertThat(jobs).extracting(SchedulerJob::tag).containsOnly("carme:test");
    }

    @Test
    void listsWhatEndedInATimeAlsoRunsThatWerePutBack() {
        slurm.on(
                "GET /slurmdb/v0.0.38/jobs/\\?start_time=uts1795766280&end_time=uts1795767600&skip_steps=true",
                "22.05/db-ended");
        List<AccountedRun> runs = ended(1795766280, 1795767600);
        assertThat(runs).extracting(run -> run.job().id()).containsExactly("2", "1", "2", "4", "5");
        assertThat(runs).extracting(AccountedRun::cluster).containsOnly("carme");
        assertThat(runs.get(0).job().submittedAt()).contains(Instant.ofEpochSecond(1795766338));
        assertThat(runs.get(0).job().endsAt()).contains(Instant.ofEpochSecond(1795766392));
        assertThat(runs.get(2).job().submittedAt()).contains(Instant.ofEpochSecond(1795766392));
    }

    @Test
    void leavesOutWhatEndedOutsideOfTheTimeOrNeverBegan() {
        String jobs = "{\"jobs\":[" + record(1, 50, 100, "node01") + record(2, 50, 99, "node01")
                + record(3, 100, 199, "node01") + record(4, 100, 200, "node01") + record(5, 100, 0, "node01")
                + record(6, 0, 150, "") + "{\"job_id\":7}]}";
        slurm.on("GET /slurmdb/v0.0.38/jobs/.*", Recording.json(jobs)::play);
        assertThat(ended(100, 200)).extracting(run -> run.job().id()).containsExactly("1", "3");
    }

    @Test
    void leavesLaterVersionsTheirDefaults() {
        slurm.on("GET /slurm/v0.0.44/ping/", "25.11/v0.0.41-ping");
        slurm.on(
                "GET /slurmdb/v0.0.44/jobs/\\?start_time=uts1795386290&end_time=uts1795386300",
                "25.11/v0.0.44-db-jobs");
        assertThat(ended(1795386290, 1795386300)).singleElement().satisfies(run -> {
            assertThat(run.cluster()).isEqualTo("carme");
            assertThat(run.job().endsAt()).contains(Instant.ofEpochSecond(1795386294));
        });
    }

    private List<AccountedRun> ended(long from, long to) {
        List<AccountedRun> runs = new ArrayList<>();
        slurm.scheduler(new SettableClock()).ended(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), runs::add);
        return runs;
    }

    private static String record(int id, long start, long end, String nodes) {
        return "{\"job_id\":" + id + ",\"user\":\"bob\",\"nodes\":\"" + nodes
                + "\",\"state\":{\"current\":\"COMPLETED\"},\"time\":{\"submission\":10,\"start\":" + start
                + ",\"end\":"
                + end + "}},";
    }
}
