package org.carme.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carme.cluster.JobRequest.Resources;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerException.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every scheduler does, whatever its version answers. */
public abstract class SchedulerContractTest {
    protected static final ClusterUser ALICE = new ClusterUser("alice", 7001);
    protected static final ClusterUser BOB = new ClusterUser("bob", 7002);

    /** @return the scheduler under test, the same during one test */
    protected abstract Scheduler scheduler();

    /** @return a scheduler that the cluster does not trust */
    protected abstract Scheduler distrusted();

    /** Makes the scheduler unreachable until {@link #bringBack()}. */
    protected abstract void takeAway();

    protected abstract void bringBack();

    protected String partition() {
        return "gpu";
    }

    protected String tag() {
        return "carme:test";
    }

    /** @return two nodes, each with one accelerator, for some minutes */
    protected final JobRequest request() {
        return request(partition(), 2);
    }

    protected final JobRequest request(String partition, int nodes) {
        return new JobRequest(
                "rec",
                tag(),
                partition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Resources(nodes, Optional.of("a100"), 1, 2, 1000),
                Duration.ofMinutes(5),
                "#!/bin/bash\nsleep 60\n",
                Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/alice"),
                "/",
                "/dev/null");
    }

    protected static SchedulerException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(SchedulerException.class, call);
    }

    @Test
    void remembersWhatWasSubmitted() {
        String id = scheduler().submit(ALICE, request());

        SchedulerJob job = scheduler().find(id).orElseThrow();
        assertThat(job.id()).isEqualTo(id);
        assertThat(job.user()).isEqualTo("alice");
        assertThat(job.tag()).isEqualTo(tag());
        assertThat(job.partition()).isEqualTo(partition());
        assertThat(job.state().isFinal()).isFalse();
        assertThat(job.timeLimit()).isPresent();
        assertThat(job.submittedAt()).isPresent();
        assertThat(job.exitCode()).isEmpty();
    }

    @Test
    void listsWhatWasSubmitted() {
        String id = scheduler().submit(ALICE, request());

        List<SchedulerJob> jobs = scheduler().jobs(Instant.EPOCH).orElseThrow();
        assertThat(jobs)
                .filteredOn(job -> job.id().equals(id))
                .singleElement()
                .satisfies(job -> assertThat(job.tag()).isEqualTo(tag()));
    }

    @Test
    void listsNothingWhenNothingHasChanged() {
        scheduler().submit(ALICE, request());
        assertThat(scheduler().jobs(Instant.now().plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void namesTheReasonOfARefusal() {
        SchedulerException partition = failureOf(() -> scheduler().submit(ALICE, request("nope", 2)));
        assertThat(partition.kind()).isEqualTo(Kind.REFUSED);
        assertThat(partition.refusal()).isEqualTo(Refusal.PARTITION);
        assertThat(partition).hasMessageContaining("partition");

        SchedulerException nodes = failureOf(() -> scheduler().submit(ALICE, request(partition(), 4)));
        assertThat(nodes.kind()).isEqualTo(Kind.REFUSED);
        assertThat(nodes.refusal()).isEqualTo(Refusal.NODES);
    }

    @Test
    void doesNotKnowOtherJobs() {
        assertThat(scheduler().find("999999")).isEmpty();
        assertThat(scheduler().findAccounted("999999")).isEmpty();
        assertThat(scheduler().find("no id")).isEmpty();
        assertThat(scheduler().findAccounted("no id")).isEmpty();
    }

    @Test
    void hasNothingToDoForUnknownJobs() {
        assertThatCode(() -> scheduler().cancel(ALICE, "999999")).doesNotThrowAnyException();
        assertThatCode(() -> scheduler().cancelAsOperator("999999")).doesNotThrowAnyException();
        assertThatCode(() -> scheduler().cancel(ALICE, "no id")).doesNotThrowAnyException();
    }

    @Test
    void endsAJobForItsOwner() {
        String id = scheduler().submit(ALICE, request());
        scheduler().cancel(ALICE, id);
        assertThat(scheduler().find(id)).hasValueSatisfying(SchedulerContractTest::isEnding);
        assertThatCode(() -> scheduler().cancel(ALICE, id)).doesNotThrowAnyException();
    }

    @Test
    void endsNoJobForOthers() {
        String id = scheduler().submit(ALICE, request());
        assertThat(failureOf(() -> scheduler().cancel(BOB, id)).kind()).isEqualTo(Kind.NOT_PERMITTED);
        assertThat(scheduler().find(id).orElseThrow().state().isFinal()).isFalse();
    }

    @Test
    void endsAnyJobForTheOperator() {
        String id = scheduler().submit(ALICE, request());
        scheduler().cancelAsOperator(id);
        assertThat(scheduler().find(id)).hasValueSatisfying(SchedulerContractTest::isEnding);
    }

    @Test
    void seesNodesAndPartitions() {
        assertThat(scheduler().nodes())
                .extracting(Node::name)
                .contains("node01", "node02", "node03")
                .doesNotHaveDuplicates();
        Node node = scheduler().nodes().stream()
                .filter(candidate -> candidate.name().equals("node01"))
                .findFirst()
                .orElseThrow();
        assertThat(node.accelerators()).containsEntry("a100", 4);
        assertThat(node.cpus()).isPositive();
        assertThat(node.memoryMegabytes()).isPositive();
        assertThat(node.address()).isNotEmpty();
        assertThat(node.inService()).isTrue();
        assertThat(node.partitions()).contains(partition());
        assertThat(scheduler().partitions())
                .filteredOn(candidate -> candidate.name().equals(partition()))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.up()).isTrue();
                    assertThat(candidate.nodes()).contains("node01", "node02");
                });
    }

    @Test
    void knowsItsUsers() {
        assertThat(scheduler().knowsUser(ALICE)).isTrue();
        assertThat(scheduler().knowsUser(new ClusterUser("nobody-here", 7999))).isFalse();
    }

    @Test
    void tellsWhatUsersAndAccountsAreHeldTo() {
        assertThat(scheduler().limits())
                .extracting(AssociationLimits::association)
                .contains(new Association("carme", "lab", "alice", ""), new Association("carme", "lab", "", ""));
    }

    @Test
    void answersWithItsVersion() {
        assertThat(scheduler().ping()).matches("[0-9]+\\.[0-9.]+.*");
    }

    @ParameterizedTest
    @EnumSource
    void answersForEachOfItsParts(SchedulerPart part) {
        assertThat(scheduler().probe(part)).isNotNull();
        takeAway();
        assertThat(failureOf(() -> scheduler().probe(part)).kind()).isEqualTo(Kind.UNREACHABLE);
        bringBack();
        assertThat(scheduler().probe(part)).as("at once").isNotNull();
    }

    @Test
    void tellsThatItIsAwayAndRecovers() {
        String id = scheduler().submit(ALICE, request());
        takeAway();
        assertThat(failureOf(() -> scheduler().ping()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler().find(id)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler().find("999999")).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler().jobs(Instant.EPOCH)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler().submit(ALICE, request())).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler().cancel(ALICE, id)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(() -> scheduler().knowsUser(ALICE)).kind()).isEqualTo(Kind.UNREACHABLE);
        bringBack();
        assertThat(scheduler().find(id)).isPresent();
    }

    @Test
    void tellsThatItIsNotTrusted() {
        assertThat(failureOf(() -> distrusted().submit(ALICE, request())).kind())
                .isEqualTo(Kind.BAD_TOKEN);
        assertThat(failureOf(() -> distrusted().find("999999")).kind()).isEqualTo(Kind.BAD_TOKEN);
        assertThat(failureOf(() -> distrusted().nodes()).kind()).isEqualTo(Kind.BAD_TOKEN);
    }

    private static void isEnding(SchedulerJob job) {
        assertThat(job.state()).isIn(SchedulerState.CANCELLED, SchedulerState.COMPLETING);
    }
}
