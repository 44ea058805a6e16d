package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.slurm.RecordedSlurm.Call;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which version is spoken, and what v0.0.38 leaves open. */
class SlurmServerTest {
    private static final ClusterUser ALICE = new ClusterUser("alice", 7001);

    private final RecordedSlurm slurm = new RecordedSlurm();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        slurm.close();
    }

    @Test
    void speaksTheNewestVersionThatTheServerOffers() {
        slurm.on("GET /slurm/v0.0.4[1-3]/ping/", "25.11/v0.0.41-ping");
        slurm.on("GET /slurm/v0.0.43/nodes/", "25.11/v0.0.44-nodes");
        assertThat(slurm.scheduler(clock).nodes()).isNotEmpty();
        assertThat(paths()).containsExactly("/slurm/v0.0.44/ping/", "/slurm/v0.0.43/ping/", "/slurm/v0.0.43/nodes/");
    }

    @Test
    void asksForTheVersionOnce() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        Scheduler scheduler = slurm.scheduler(clock);
        scheduler.ping();
        int before = slurm.calls().size();
        scheduler.ping();
        assertThat(slurm.calls()).hasSize(before + 1);
    }

    @Test
    void refusesAServerThatSpeaksNoneOfOurVersions() {
        slurm.on("GET /slurm/v0.0.40/ping/", "25.11/v0.0.41-ping");
        assertThatThrownBy(() -> SlurmClient.of(slurm.config(), clock).greet())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("v0.0.44")
                .hasMessageContaining("v0.0.38");
        assertThat(kindOf(() -> slurm.scheduler(clock).ping())).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void startsWhileSlurmIsAway() {
        SlurmClient client = SlurmClient.of(slurm.config(), clock);
        slurm.stop();
        assertThatCode(client::greet).doesNotThrowAnyException();
    }

    @Test
    void followsAServerThatWasReplacedDuringAnOutage() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        Scheduler scheduler = slurm.scheduler(clock);
        assertThat(scheduler.ping()).isEqualTo("22.05.8");
        slurm.stop();
        for (int i = 0; i < 3; i++) {
            assertThat(kindOf(scheduler::ping)).isEqualTo(Kind.UNREACHABLE);
        }
        slurm.startAgain();
        replace();
        clock.forward(CircuitBreaker.PAUSE);
        assertThat(scheduler.ping()).isEqualTo("25.11.7");
    }

    @Test
    void followsAServerThatWasReplacedUnseen() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        Scheduler scheduler = slurm.scheduler(clock);
        scheduler.ping();
        replace();
        slurm.on("GET /slurm/v0.0.44/job/7", "25.11/v0.0.44-job-unknown");
        assertThat(scheduler.find("7")).isEmpty();
        assertThat(scheduler.ping()).isEqualTo("25.11.7");
    }

    @Test
    void blamesTheTokenOnlyWhenAHarmlessQuestionFailsToo() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        slurm.on("DELETE /slurm/v0.0.38/job/7", "22.05/auth-wrong-key-submit");
        Scheduler scheduler = slurm.scheduler(clock);
        assertThat(kindOf(() -> scheduler.cancel(ALICE, "7"))).isEqualTo(Kind.UNREACHABLE);
        assertThat(lastCall().user()).isEqualTo("alice");

        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping-bad-token");
        assertThat(kindOf(() -> scheduler.cancel(ALICE, "7"))).isEqualTo(Kind.BAD_TOKEN);
    }

    @Test
    void asksWhyNoControllerAnswersAPing() {
        Recording down = Recording.of("25.11/v0.0.44-ping").replace("\"UP\"", "\"DOWN\"");
        slurm.on("GET /slurm/v0.0.44/ping/", down::play);
        slurm.on("GET /slurm/v0.0.44/partitions/", "25.11/v0.0.44-bad-token");
        assertThat(kindOf(() -> slurm.scheduler(clock).nodes())).isEqualTo(Kind.BAD_TOKEN);

        slurm.on("GET /slurm/v0.0.44/partitions/", "25.11/v0.0.44-partitions");
        assertThat(kindOf(() -> slurm.scheduler(clock).nodes())).isEqualTo(Kind.UNREACHABLE);
    }

    private void replace() {
        slurm.on("GET /slurm/v0.0.38/.*", "22.05/bad-path");
        slurm.on("GET /slurm/v0.0.44/ping/", "25.11/v0.0.44-ping");
    }

    private List<String> paths() {
        return slurm.calls().stream().map(Call::path).toList();
    }

    private Call lastCall() {
        return slurm.calls().get(slurm.calls().size() - 1);
    }

    private static Kind kindOf(ThrowingCallable call) {
        return catchThrowableOfType(SchedulerException.class, call).kind();
    }
}
