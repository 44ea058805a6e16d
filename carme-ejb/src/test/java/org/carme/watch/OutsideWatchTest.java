package org.carme.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.JobRequest;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.common.SettableClock;
import org.carme.jobs.JobRegistry;
import org.carme.outside.OutsideJobs;
import org.carme.outside.OutsideKey;
import org.carme.outside.OutsideRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of jobs that were sent past Carme, whatever was missed. */
class OutsideWatchTest {
    private static final String OURS = "carme:ours";

    private final SettableClock clock = new SettableClock();
    private final FakeScheduler scheduler = new FakeScheduler(clock);
    private final Rows rows = new Rows();
    private final QueueStatus queue = new QueueStatus();
    private OutsideWatch watch = watch();

    @BeforeEach
    void lookOnce() {
        watch.look();
    }

    @Test
    void keepsWhatHasChangedAndNothingOfOurs() {
        submit("bob", "");
        submit("alice", OURS);
        look();
        look();
        scheduler.start("1", "node01");
        look();

        assertThat(rows.all.values()).singleElement().satisfies(run -> {
            assertThat(run.owner()).isEqualTo("bob");
            assertThat(run.acceleratorType()).isEqualTo("a100");
            assertThat(run.accelerators()).isEqualTo(2);
            assertThat(run.startedAt()).isPresent();
        });
        assertThat(rows.written).as("once as it waits, once as it runs").isEqualTo(2);
    }

    @Test
    void letsOthersSeeWhatWaitsAndRuns() {
        submit("bob", "");
        submit("alice", OURS);
        look();
        assertThat(queue.picture().waiting()).hasSize(2);
        scheduler.start("1", "node01");
        scheduler.end("2", SchedulerState.CANCELLED, 0);
        look();
        assertThat(queue.picture().running()).extracting(SchedulerJob::id).containsExactly("1");
        assertThat(queue.picture().jobs()).hasSize(1);
        clock.forward(Duration.ofMinutes(1));
        look();

        assertThat(queue.picture().asOf()).as("nothing has changed").isEqualTo(clock.instant());
        assertThat(queue.picture().jobs()).hasSize(1);
    }

    @Test
    void seesAnEndAtTheController() {
        submit("bob", "");
        look();
        scheduler.end("1", SchedulerState.CANCELLED, 0);
        look();

        assertThat(rows.active()).isEmpty();
    }

    @Test
    void asksTheAccountingForWhatTheControllerHasForgotten() {
        submit("bob", "");
        scheduler.start("1", "node01");
        look();
        clock.forward(Duration.ofMinutes(1));
        scheduler.end("1", SchedulerState.COMPLETED, 0);
        Instant end = clock.instant();
        scheduler.forget("1");
        look();
        assertThat(rows.active())
                .as("another instance may know more after one look")
                .hasSize(1);
        look();

        assertThat(rows.only().endedAt()).contains(end);
    }

    @Test
    void settlesAJobWhoseIdWasGivenOutAgain() {
        submit("bob", "");
        look();
        scheduler.lose("1");
        submit("alice", "");
        Instant again = clock.instant();
        look();

        assertThat(rows.active()).containsExactly(new OutsideKey("1", again));
        assertThat(rows.all.values()).extracting(OutsideRun::owner).containsExactly("bob", "alice");
    }

    @Test
    void endsWhatNobodyKnows() {
        submit("bob", "");
        look();
        scheduler.lose("1");
        look();
        look();

        assertThat(rows.active()).isEmpty();
    }

    @Test
    void makesUpForTheTimeInWhichNobodyLooked() {
        submit("bob", "");
        scheduler.start("1", "node01");
        look();
        clock.forward(Duration.ofMinutes(30));
        submit("bob", "");
        scheduler.start("2", "node01");
        submit("alice", OURS);
        clock.forward(Duration.ofHours(3));
        for (String id : List.of("1", "2", "3")) {
            scheduler.end(id, SchedulerState.COMPLETED, 0);
            scheduler.forget(id);
        }
        clock.forward(Duration.ofHours(26));
        watch = watch();
        look();
        look();

        assertThat(rows.all.values()).hasSize(2).allMatch(run -> run.endedAt().isPresent());
        assertThat(rows.lookedAt()).isEqualTo(clock.instant());
    }

    @Test
    void makesUpLaterIfTheAccountingIsAway() {
        submit("bob", "");
        look();
        Instant known = rows.lookedAt();
        scheduler.fail(Kind.UNREACHABLE);
        clock.forward(Duration.ofHours(1));
        assertThatThrownBy(this::look).isInstanceOf(SchedulerException.class);

        assertThat(rows.lookedAt()).isEqualTo(known);
    }

    @Test
    void takesWhatAnotherHasJustRead() {
        submit("bob", "");
        watch.offer(clock.instant(), scheduler.jobs(Instant.EPOCH).orElseThrow());
        scheduler.end("1", SchedulerState.CANCELLED, 0);
        watch.look();

        assertThat(rows.active()).hasSize(1);
    }

    @Test
    void restsLongerTheLongerALookTook() {
        assertThat(OutsideWatcher.rest(Duration.ofMillis(20))).isEqualTo(Duration.ofSeconds(10));
        assertThat(OutsideWatcher.rest(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(18));
        assertThat(OutsideWatcher.rest(Duration.ofSeconds(30))).isEqualTo(Duration.ofMinutes(2));
    }

    private void look() {
        clock.forward(Duration.ofSeconds(10));
        watch.look();
    }

    private void submit(String user, String tag) {
        clock.forward(Duration.ofSeconds(1));
        scheduler.submit(
                new ClusterUser(user, 7001),
                new JobRequest(
                        "job",
                        tag,
                        "gpu",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new JobRequest.Resources(1, Optional.of("a100"), 2, 1, 100),
                        Duration.ofHours(1),
                        "#!/bin/sh",
                        Map.of(),
                        "/",
                        "/dev/null"));
    }

    private OutsideWatch watch() {
        OutsideEnds ends = new OutsideEnds();
        ends.scheduler = scheduler;
        ends.registry = new Registry();
        ends.outside = rows;
        OutsideWatch made = new OutsideWatch();
        made.scheduler = scheduler;
        made.registry = ends.registry;
        made.outside = rows;
        made.queue = queue;
        made.ends = ends;
        made.clock = clock;
        return made;
    }

    private static final class Registry extends JobRegistry {
        @Override
        public List<SchedulerJob> sentElsewhere(List<SchedulerJob> reported) {
            return reported.stream().filter(job -> !job.tag().equals(OURS)).toList();
        }
    }

    private static final class Rows extends OutsideJobs {
        private final Map<OutsideKey, OutsideRun> all = new LinkedHashMap<>();
        private Instant lookedAt = Instant.EPOCH;
        private int written;

        @Override
        public void observe(List<OutsideRun> runs) {
            runs.forEach(run -> all.put(run.key(), run));
            written += runs.size();
        }

        @Override
        public List<OutsideKey> active() {
            return all.values().stream()
                    .filter(run -> run.endedAt().isEmpty())
                    .map(OutsideRun::key)
                    .toList();
        }

        @Override
        public void gone(OutsideKey key, Instant when) {
            OutsideRun run = all.get(key);
            all.put(
                    key,
                    new OutsideRun(
                            key,
                            run.owner(),
                            run.account(),
                            run.tasks(),
                            run.nodes(),
                            run.acceleratorType(),
                            run.accelerators(),
                            run.timeLimit(),
                            run.startedAt(),
                            Optional.of(when)));
        }

        @Override
        public Instant lookedAt() {
            return lookedAt;
        }

        @Override
        public void looked(Instant when) {
            lookedAt = when;
        }

        OutsideRun only() {
            assertThat(all).hasSize(1);
            return all.values().iterator().next();
        }
    }
}
