package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.JobRequest;
import org.carme.cluster.JobRequest.Resources;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.PrivateCluster;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerContractTest;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerException.Refusal;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, and what only a living cluster shows, against the private Slurm 22.05. */
class SlurmClusterIT extends SchedulerContractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scheduler scheduler = schedulerWith(PrivateCluster.slurmKey());

    @TempDir
    Path folder;

    private static Scheduler schedulerWith(Path key) {
        SlurmConfig config =
                new SlurmConfig(PrivateCluster.slurm(), key, "carme", Duration.ofSeconds(5), Set.of("root", "slurm"));
        return new SlurmScheduler(SlurmClient.of(config, Clock.systemUTC()), config.user(), Clock.systemUTC());
    }

    @AfterEach
    void endAllJobs() {
        scheduler.jobs(Instant.EPOCH).orElseThrow().stream()
                .filter(job -> !job.state().isFinal())
                .forEach(job -> scheduler.cancelAsOperator(job.id()));
    }

    @Override
    protected Scheduler scheduler() {
        return scheduler;
    }

    @Override
    protected Scheduler distrusted() {
        Path key = folder.resolve("foreign.key");
        try {
            Files.write(key, new byte[32]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schedulerWith(key);
    }

    @Override
    protected void takeAway() {
        PrivateCluster.stop("restd");
    }

    @Override
    protected void bringBack() {
        PrivateCluster.start("restd");
        awaitAnswer();
    }

    @Test
    void tellsThatTheControllerIsAway() {
        String id = scheduler.submit(ALICE, request());
        PrivateCluster.kill("ctld");
        assertThat(failureOf(() -> scheduler.submit(ALICE, request())).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler.find(id)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler.cancel(ALICE, id)).kind()).isEqualTo(Kind.UNREACHABLE);

        Instant start = Instant.now();
        assertThat(failureOf(() -> scheduler.nodes()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));

        PrivateCluster.start("ctld");
        awaitAnswer();
        assertThat(scheduler.nodes()).isNotEmpty();
    }

    @Test
    void worksWithoutTheAccountingsDatabase() {
        PrivateCluster.stop("dbd");
        try {
            assertThat(failureOf(() -> scheduler.knowsUser(ALICE)).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failureOf(() -> scheduler.findAccounted("1")).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failureOf(() -> scheduler.accounted(Instant.now())).kind())
                    .isEqualTo(Kind.UNREACHABLE);
            String id = scheduler.submit(ALICE, request());
            assertThat(scheduler.find(id)).isPresent();
        } finally {
            PrivateCluster.start("dbd");
        }
    }

    @Test
    void seesAJobRunOnItsNodes() {
        String id = scheduler.submit(ALICE, request());
        SchedulerJob job = await(id, seen -> seen.state() == SchedulerState.RUNNING);
        assertThat(job.nodes()).containsExactly("node01", "node02");
        assertThat(job.allotment()).isEqualTo(new Allotment("lab", 1, 2, 4, 2000, Map.of("a100", 2)));
        assertThat(job.startedAt()).isPresent();
        assertThat(Duration.between(job.startedAt().orElseThrow(), job.endsAt().orElseThrow()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        Node node = node("node01");
        assertThat(node.availability()).isEqualTo(Node.Availability.IN_USE);
        assertThat(node.acceleratorsInUse()).isEqualTo(Map.of("a100", 1));
        assertThat(node.cpusInUse()).isEqualTo(2);
        assertThat(node.memoryInUseMegabytes()).isEqualTo(1000);
    }

    @Test
    void givesARunningJobMoreTimeAsOftenAsItIsTold() {
        String id = scheduler.submit(ALICE, request());
        SchedulerJob before = await(id, seen -> seen.state() == SchedulerState.RUNNING);

        scheduler.limitTime(id, Duration.ofHours(3));
        scheduler.limitTime(id, Duration.ofHours(3));

        SchedulerJob after = scheduler.find(id).orElseThrow();
        assertThat(after.timeLimit()).contains(Duration.ofHours(3));
        assertThat(after.endsAt()).contains(before.startedAt().orElseThrow().plus(Duration.ofHours(3)));
        scheduler.cancel(ALICE, id);
        await(id, seen -> seen.state().isFinal());
        scheduler.limitTime(id, Duration.ofHours(4));
        scheduler.limitTime("999999", Duration.ofHours(4));
    }

    @Test
    void seesHowAJobEnded() {
        String failing = scheduler.submit(ALICE, script("exit 3"));
        SchedulerJob failed = await(failing, seen -> seen.state().isFinal());
        assertThat(failed.state()).isEqualTo(SchedulerState.FAILED);
        assertThat(failed.reason()).isEqualTo("NonZeroExitCode");
        assertThat(failed.exitCode()).contains(3);
        assertThat(failed.endsAt()).isPresent();

        String killed = scheduler.submit(ALICE, script("kill -9 $$"));
        assertThat(await(killed, seen -> seen.state().isFinal()).exitCode()).contains(137);
    }

    @Test
    void remembersInTheAccounting() {
        Instant before = Instant.now().minusSeconds(1);
        String id = scheduler.submit(BOB, script("exit 3"));
        await(id, seen -> seen.state().isFinal());
        awaitThat(() -> scheduler
                .findAccounted(id)
                .filter(job -> job.state().isFinal() && job.tag().equals(tag()))
                .isPresent());

        SchedulerJob job = scheduler.findAccounted(id).orElseThrow();
        assertThat(job.user()).isEqualTo("bob");
        assertThat(job.state()).isEqualTo(SchedulerState.FAILED);
        // The accounting's lists end with the last full second.
        awaitThat(() -> scheduler.accounted(before).stream()
                .anyMatch(found -> found.id().equals(id)));
        assertThat(scheduler.accounted(Instant.now().plusSeconds(60))).isEmpty();
        // A record is completed after its end is known, so both are read again.
        awaitThat(() -> endedSince(before).stream()
                .filter(found -> found.id().equals(id))
                .toList()
                .equals(scheduler.findAccounted(id).stream().toList()));
    }

    private List<SchedulerJob> endedSince(Instant from) {
        List<SchedulerJob> ended = new ArrayList<>();
        scheduler.ended(from, Instant.now(), run -> ended.add(run.job()));
        return ended;
    }

    @Test
    void waitsWithAReasonAndEndsBeforeItStarted() {
        String id = scheduler.submit(ALICE, inPartitionThatIsDown("waits"));
        SchedulerJob waiting = scheduler.find(id).orElseThrow();
        assertThat(waiting.state()).isEqualTo(SchedulerState.PENDING);
        assertThat(waiting.reason()).isEqualTo("PartitionDown");
        assertThat(waiting.startedAt()).isEmpty();
        assertThat(waiting.endsAt()).isEmpty();

        scheduler.cancel(ALICE, id);
        SchedulerJob cancelled = scheduler.find(id).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(SchedulerState.CANCELLED);
        assertThat(cancelled.startedAt()).isEmpty();
        assertThat(cancelled.endsAt()).isPresent();
    }

    @Test
    void keepsNamesOfAnyKind() {
        String name = "<b>\"quo'ted\"</b> \\ $(x) `y` ünï 😀";
        String id = scheduler.submit(ALICE, inPartitionThatIsDown(name));
        assertThat(scheduler.find(id).orElseThrow().name()).isEqualTo(name);
        String longName = "n".repeat(10_000);
        assertThat(failureOf(() -> scheduler.submit(ALICE, inPartitionThatIsDown(longName)))
                        .kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void tellsWhyAJobIsRefused() {
        assertThat(refusal(ALICE, "gpu", "a100", 9)).isEqualTo(Refusal.RESOURCES);
        assertThat(refusal(ALICE, "gpu", "no-such-type", 1)).isEqualTo(Refusal.RESOURCES);
        assertThat(refusal(new ClusterUser("emil", 7006), "gpu", "a100", 1)).isEqualTo(Refusal.ACCOUNT);
        assertThat(refusal(new ClusterUser("nobody-here", 7999), "gpu", "a100", 1))
                .isEqualTo(Refusal.ACCOUNT);
        assertThat(scheduler.knowsUser(new ClusterUser("emil", 7006))).isFalse();
    }

    @Test
    void makesNoTokenForSlurmsOwnUser() {
        SchedulerException refused = failureOf(() -> scheduler.submit(new ClusterUser("slurm", 6901), request()));
        assertThat(refused.kind()).isEqualTo(Kind.NOT_PERMITTED);
    }

    @Test
    void seesPartitionsThatAreDown() {
        assertThat(scheduler.partitions())
                .contains(new Partition(
                        "down", false, false, Optional.of(Duration.ofDays(1)), Optional.empty(), List.of("node04")));
    }

    @Test
    void seesReservations() {
        assertThat(scheduler.reservations()).isEmpty();
        PrivateCluster.scontrol(
                "create",
                "reservation",
                "ReservationName=new-fans",
                "StartTime=now+1days",
                "Duration=60",
                "Nodes=node01,node02",
                "Users=root",
                "Flags=MAINT");
        try {
            assertThat(scheduler.reservations()).singleElement().satisfies(reservation -> {
                assertThat(reservation.name()).isEqualTo("new-fans");
                assertThat(reservation.nodes()).containsExactly("node01", "node02");
                assertThat(reservation.cpus()).isEqualTo(32);
                assertThat(reservation.maintenance()).isTrue();
                assertThat(reservation.begin()).isAfter(Instant.now().plus(Duration.ofHours(23)));
                assertThat(reservation.end()).isEqualTo(reservation.begin().plus(Duration.ofHours(1)));
            });
        } finally {
            PrivateCluster.scontrol("delete", "ReservationName=new-fans");
        }
    }

    private Refusal refusal(ClusterUser user, String partition, String type, int accelerators) {
        JobRequest request = new JobRequest(
                "refused",
                tag(),
                partition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Resources(1, Optional.of(type), accelerators, 1, 100),
                Duration.ofMinutes(5),
                "#!/bin/bash\ntrue\n",
                Map.of("PATH", "/usr/bin:/bin"),
                "/",
                "/dev/null");
        SchedulerException failure = failureOf(() -> scheduler.submit(user, request));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        return failure.refusal();
    }

    private JobRequest script(String command) {
        return plain("script", "cpu", command);
    }

    private JobRequest inPartitionThatIsDown(String name) {
        return plain(name, "down", "true");
    }

    private JobRequest plain(String name, String partition, String command) {
        return new JobRequest(
                name,
                tag(),
                partition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Resources(1, Optional.empty(), 0, 1, 0),
                Duration.ofMinutes(5),
                "#!/bin/bash\n" + command + '\n',
                Map.of("PATH", "/usr/bin:/bin"),
                "/",
                "/dev/null");
    }

    private Node node(String name) {
        return scheduler.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SchedulerJob await(String id, Predicate<SchedulerJob> condition) {
        awaitThat(() -> condition.test(scheduler.find(id).orElseThrow()));
        return scheduler.find(id).orElseThrow();
    }

    private void awaitAnswer() {
        awaitThat(() -> {
            try {
                scheduler.ping();
                return true;
            } catch (SchedulerException e) {
                return false;
            }
        });
    }

    private static void awaitThat(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
