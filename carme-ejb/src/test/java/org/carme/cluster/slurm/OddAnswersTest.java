package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.Association;
import org.carme.cluster.AssociationLimits;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.Node;
import org.carme.cluster.Node.Availability;
import org.carme.cluster.Partition;
import org.carme.cluster.Reservation;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slurm really says, and what it might say. */
class OddAnswersTest {
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
    void knowsNoStartOfAJobThatWaits() {
        SchedulerJob job = job("22.05/job-pending", "11");
        assertThat(job.state()).isEqualTo(SchedulerState.PENDING);
        assertThat(job.reason()).isEqualTo("PartitionDown");
        assertThat(job.nodes()).isEmpty();
        assertThat(job.startedAt()).isEmpty();
        assertThat(job.plannedStart()).isEmpty();
        assertThat(job.endsAt()).isEmpty();
    }

    @Test
    void knowsNoStartOfAJobThatWasCancelledWhileItWaited() {
        SchedulerJob job = job("22.05/job-cancelled-pending", "11");
        assertThat(job.state()).isEqualTo(SchedulerState.CANCELLED);
        assertThat(job.startedAt()).isEmpty();
        assertThat(job.endsAt()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"22.05/job-running, 43", "25.11/v0.0.41-job, 3", "25.11/v0.0.44-job, 1"})
    void seesARunningJobAlikeInAllVersions(String recording, String id) {
        SchedulerJob job = job(recording, id);
        assertThat(job.state()).isEqualTo(SchedulerState.RUNNING);
        assertThat(job.reason()).isEmpty();
        assertThat(job.user()).isEqualTo("alice");
        assertThat(job.nodes()).containsExactly("node01", "node02");
        assertThat(job.timeLimit()).contains(Duration.ofMinutes(5));
        Duration longest =
                Duration.between(job.startedAt().orElseThrow(), job.endsAt().orElseThrow());
        assertThat(longest).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(job.exitCode()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"22.05/job-cancelled, 43", "25.11/v0.0.41-job-cancelled, 3", "25.11/v0.0.44-job-cancelled, 1"})
    void seesTheSignalThatEndedAJob(String recording, String id) {
        SchedulerJob job = job(recording, id);
        assertThat(job.state()).isEqualTo(SchedulerState.CANCELLED);
        assertThat(job.exitCode()).contains(128 + 15);
    }

    @Test
    void namesTheNodeOfTheScriptFirst() {
        Recording running =
                Recording.of("22.05/job-running").replace("\"batch_host\": \"node01\"", "\"batch_host\": \"node02\"");
        slurm.on("GET /slurm/v0.0.38/job/43", running::play);
        assertThat(scheduler.find("43").orElseThrow().nodes()).containsExactly("node02", "node01");
    }

    @ParameterizedTest
    @CsvSource({"768, 3", "9, 137", "139, 139", "0, 0", "256, 1"})
    void readsTheRawWaitStatus(int status, int exitCode) {
        Recording failed = Recording.of("22.05/job-running")
                .replace("\"job_state\": \"RUNNING\"", "\"job_state\": \"FAILED\"")
                .replace("\"exit_code\": 0", "\"exit_code\": " + status);
        slurm.on("GET /slurm/v0.0.38/job/43", failed::play);
        assertThat(scheduler.find("43").orElseThrow().exitCode()).contains(exitCode);
    }

    @Test
    void readsNamesOfAnyKindAndBytesThatAreNoText() {
        slurm.on("GET /slurm/v0.0.38/jobs/", "22.05/jobs-odd");
        List<SchedulerJob> jobs = scheduler.jobs(Instant.EPOCH).orElseThrow();
        assertThat(jobs).hasSize(13);
        assertThat(jobs).extracting(SchedulerJob::name).contains("ü😀<b>\"'\n", "", "latin1 \uFFFD\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"N/A\"",
                "-1",
                "1e400",
                "-9223372036854775808",
                "99999999999999999999999999",
                "4294967294",
                "0.5",
                "true",
                "[]",
                "[null,{}]",
                "{}",
                "{\"set\":true}",
                "{\"set\":false,\"infinite\":true,\"number\":0}",
                "{\"set\":\"yes\",\"number\":\"many\"}"
            })
    void takesOddValuesForNothing(String odd) {
        String fields = List.of(
                        "user_name",
                        "comment",
                        "partition",
                        "job_state",
                        "state_reason",
                        "nodes",
                        "batch_host",
                        "submit_time",
                        "start_time",
                        "end_time",
                        "time_limit",
                        "exit_code",
                        "restart_cnt")
                .stream()
                .map(field -> ",\"" + field + "\":" + odd)
                .reduce("", String::concat);
        String job = "{\"job_id\":7,\"name\":\"x\",\"unknown\":[[{\"a\":{}}],1]" + fields + "}";
        slurm.on("GET /slurm/v0.0.38/job/7", Recording.json("{\"jobs\":[" + job + "]}")::play);
        SchedulerJob read = scheduler.find("7").orElseThrow();
        assertThat(read.state()).isEqualTo(SchedulerState.UNKNOWN);
        assertThat(read.nodes()).isEmpty();
        assertThat(read.submittedAt()).isEmpty();
        assertThat(read.timeLimit()).isEmpty();

        String node = "{\"name\":\"n\"" + fields.replace("job_state", "state") + ",\"gres\":" + odd + ",\"cpus\":" + odd
                + ",\"partitions\":" + odd + "}";
        slurm.on("GET /slurm/v0.0.38/nodes/", Recording.json("{\"nodes\":[" + node + ",null,7]}")::play);
        assertThat(scheduler.nodes())
                .singleElement()
                .satisfies(seen -> assertThat(seen.availability()).isEqualTo(Availability.DOWN));
    }

    @Test
    void findsTheOneJobOfAnArray() {
        String jobs = "{\"jobs\":[{\"job_id\":8,\"job_state\":\"RUNNING\"},{\"job_id\":7,\"job_state\":\"PENDING\"}]}";
        slurm.on("GET /slurm/v0.0.38/job/7", Recording.json(jobs)::play);
        assertThat(scheduler.find("7").orElseThrow().state()).isEqualTo(SchedulerState.PENDING);
    }

    @Test
    void seesNodesInTroubleAndInUse() {
        slurm.on("GET /slurm/v0.0.38/nodes/", "22.05/nodes-odd");
        assertThat(scheduler.nodes())
                .extracting(Node::name, Node::availability)
                .containsExactly(
                        tuple("node01", Availability.IDLE),
                        tuple("node02", Availability.DOWN),
                        tuple("node03", Availability.DRAINED),
                        tuple("node04", Availability.IDLE));
        assertThat(scheduler.nodes().get(1).reason()).isEqualTo("Not responding");
        assertThat(scheduler.nodes().get(2).reason()).isEqualTo("fan broken");
        assertThat(scheduler.nodes().get(2).reasonSince()).isPresent();

        slurm.on("GET /slurm/v0.0.38/nodes/", "22.05/nodes");
        Node busy = scheduler.nodes().get(0);
        assertThat(busy.availability()).isEqualTo(Availability.IN_USE);
        assertThat(busy.acceleratorsInUse()).isEqualTo(Map.of("a100", 1));
        assertThat(busy.cpusInUse()).isEqualTo(2);
        assertThat(busy.memoryInUseMegabytes()).isEqualTo(1000);
        assertThat(busy.address()).isEqualTo("10.77.1.11");
        assertThat(busy.reasonSince()).isEmpty();
        assertThat(busy.load()).contains(15.09);
    }

    @Test
    void seesReservationsOfNodesAndOfCores() {
        slurm.on("GET /slurm/v0.0.38/reservations/", "22.05/reservations");
        assertThat(scheduler.reservations())
                .containsExactly(
                        new Reservation(
                                "maint1",
                                Instant.ofEpochSecond(1_795_733_094),
                                Instant.ofEpochSecond(1_795_736_694),
                                List.of("node01", "node02"),
                                32,
                                true),
                        new Reservation(
                                "part1",
                                Instant.ofEpochSecond(1_795_731_895),
                                Instant.ofEpochSecond(1_795_735_495),
                                List.of("node04"),
                                4,
                                false));
    }

    @Test
    void seesPartitionsThatAreDownOrUnlimited() {
        slurm.on("GET /slurm/v0.0.38/partitions/", "22.05/partitions-odd");
        assertThat(scheduler.partitions())
                .contains(
                        new Partition(
                                "down",
                                false,
                                false,
                                Optional.of(Duration.ofDays(1)),
                                Optional.empty(),
                                List.of("node04")),
                        new Partition(
                                "unlimited",
                                true,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of("node03", "node04")));
    }

    @ParameterizedTest
    @CsvSource({
        "22.05/nodes, v0.0.38, 15.09",
        "25.11/v0.0.41-nodes, v0.0.41, 1.54",
        "25.11/v0.0.44-nodes, v0.0.44, 1.54"
    })
    void readsFeaturesAndLoadAlikeInAllVersions(String recording, String version, double load) {
        slurm.on("GET /slurm/" + version + "/ping/", "25.11/v0.0.41-ping");
        slurm.on("GET /slurm/" + version + "/nodes/", recording);
        Node node = slurm.scheduler(new SettableClock()).nodes().get(0);
        assertThat(node.features()).containsExactly("a100");
        assertThat(node.load()).contains(load);
    }

    @Test
    void readsSeveralFeaturesOfOneText() {
        slurm.on(
                "GET /slurm/v0.0.38/nodes/",
                Recording.of("22.05/nodes").replace("\"features\": \"a100\"", "\"features\": \"a100,nvlink\"")::play);
        assertThat(scheduler.nodes().get(0).features()).containsExactly("a100", "nvlink");
    }

    @ParameterizedTest
    @CsvSource({
        "22.05/partitions, v0.0.38, true",
        "25.11/v0.0.41-partitions, v0.0.41, false",
        "25.11/v0.0.44-partitions, v0.0.44, false"
    })
    void readsThePartitionsLimitsAlikeInAllVersions(String recording, String version, boolean saysWhichIsStandard) {
        slurm.on("GET /slurm/" + version + "/ping/", "25.11/v0.0.41-ping");
        slurm.on("GET /slurm/" + version + "/partitions/", recording);
        assertThat(slurm.scheduler(new SettableClock()).partitions())
                .extracting(Partition::name, Partition::standard, Partition::maxTime, Partition::maxNodes)
                .containsExactly(
                        tuple("gpu", saysWhichIsStandard, Optional.of(Duration.ofDays(1)), Optional.empty()),
                        tuple("a100", false, Optional.of(Duration.ofHours(12)), Optional.empty()),
                        tuple("small", false, Optional.of(Duration.ofMinutes(30)), Optional.of(1)));
    }

    @ParameterizedTest
    @CsvSource({"22.05/db-job, 43, v0.0.38", "25.11/v0.0.41-db-job, 3, v0.0.41", "25.11/v0.0.44-db-job, 1, v0.0.44"})
    void readsTheAccountingsRecord(String recording, String id, String version) {
        slurm.on("GET /slurm/" + version + "/ping/", "25.11/v0.0.41-ping");
        slurm.on("GET /slurmdb/" + version + "/job/" + id, recording);
        SchedulerJob job =
                slurm.scheduler(new SettableClock()).findAccounted(id).orElseThrow();
        assertThat(job.user()).isEqualTo("alice");
        assertThat(job.tag()).isEqualTo("carme:test");
        assertThat(job.state()).isEqualTo(SchedulerState.CANCELLED);
        assertThat(job.submittedAt()).isPresent();
        assertThat(job.endsAt()).isPresent();
    }

    @Test
    void readsLimitsOfAccountsAndUsers() {
        slurm.on("GET /slurm/v0.0.44/ping/", "25.11/v0.0.41-ping");
        slurm.on("GET /slurmdb/v0.0.44/associations/", "25.11/v0.0.44-db-assocs");
        Association capped = new Association("carme", "capped", "", "");
        assertThat(slurm.scheduler(new SettableClock()).limits())
                .contains(new AssociationLimits(capped, Optional.empty(), Map.of("gres/gpu", 4L)));
    }

    @Test
    void doesNotTakeAnAccountingThatIsAwayForAnEmptyOne() {
        slurm.on("GET /slurmdb/v0.0.38/job/1", "22.05/dbd-down-job");
        slurm.on("GET /slurmdb/v0.0.38/associations/\\?user=alice", "22.05/dbd-down-associations");
        assertThat(catchThrowableOfType(SchedulerException.class, () -> scheduler.findAccounted("1"))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(catchThrowableOfType(
                                SchedulerException.class, () -> scheduler.knowsUser(new ClusterUser("alice", 7001)))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void keepsTheControllerUsableWhileTheAccountingIsAway() {
        slurm.on("GET /slurmdb/v0.0.38/job/1", "22.05/dbd-down-job");
        slurm.on("GET /slurm/v0.0.38/nodes/", "22.05/nodes");
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> scheduler.findAccounted("1")).isInstanceOf(SchedulerException.class);
        }
        assertThat(scheduler.nodes()).hasSize(4);
        assertThat(slurm.calls())
                .filteredOn(call -> call.path().startsWith("/slurmdb"))
                .hasSize(3);
    }

    @Test
    void doesNotTakeAnUnknownAddressForAnUnknownJob() {
        assertThatThrownBy(() -> scheduler.find("7")).isInstanceOf(SchedulerException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobs\":[],\"last_update\":{\"set\":true,\"infinite\":false,\"number\":0},\"errors\":[]}",
                "{\"jobs\":[],\"errors\":[{\"error_number\":1900,\"error\":\"Data has not changed\"}]}"
            })
    void doesNotTakeNoChangeForNoJobs(String answer) {
        slurm.on("GET /slurm/v0.0.38/jobs/\\?update_time=[0-9]+", Recording.json(answer)::play);
        assertThat(scheduler.jobs(Instant.ofEpochSecond(1795442422))).isEmpty();
    }

    @Test
    void seesAClusterWithoutJobs() {
        slurm.on("GET /slurm/v0.0.38/jobs/\\?update_time=[0-9]+", Recording.json("{\"jobs\":[]}")::play);
        assertThat(scheduler.jobs(Instant.ofEpochSecond(1795442422))).contains(List.of());
    }

    @Test
    void readsThousandsOfJobs() {
        Recording many = Recording.of("25.11/v0.0.44-jobs").times(2000, "jobs");
        slurm.on("GET /slurm/v0.0.44/ping/", "25.11/v0.0.44-ping");
        slurm.on("GET /slurm/v0.0.44/jobs/", many::play);
        assertThat(slurm.scheduler(new SettableClock()).jobs(Instant.EPOCH).orElseThrow())
                .hasSize(2000);
    }

    private SchedulerJob job(String recording, String id) {
        String version = recording.startsWith("25.11/") ? recording.substring(6, 13) : "v0.0.38";
        slurm.on("GET /slurm/" + version + "/ping/", "25.11/v0.0.41-ping");
        slurm.on("GET /slurm/" + version + "/job/" + id, recording);
        return slurm.scheduler(new SettableClock()).find(id).orElseThrow();
    }
}
