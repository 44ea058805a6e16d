package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.JobRequest;
import org.carme.cluster.JobRequest.Resources;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.slurm.RecordedSlurm.Call;
import org.carme.cluster.slurm.RecordedSlurm.Reply;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Broken connections and answers, as they come between Slurm and us. */
class SlurmHttpTest {
    private static final String PING = "GET /slurm/v0.0.38/ping/";
    private static final String SUBMIT = "POST /slurm/v0.0.38/job/submit";
    private static final String NODES = "GET /slurm/v0.0.38/nodes/";
    private static final ClusterUser ALICE = new ClusterUser("alice", 7001);

    private final RecordedSlurm slurm = new RecordedSlurm();
    private Scheduler scheduler;

    @BeforeEach
    void connect() {
        slurm.answerWithin(Duration.ofMillis(700));
        slurm.on(PING, "22.05/ping");
        scheduler = slurm.scheduler(new SettableClock());
        scheduler.ping();
    }

    @AfterEach
    void close() {
        slurm.close();
    }

    @Test
    void neverSendsASubmissionTwice() {
        slurm.on(SUBMIT, HttpExchange::close);
        assertThat(kindOf(this::submit)).isEqualTo(Kind.UNREACHABLE);
        assertThat(sent(SUBMIT)).isEqualTo(1);
    }

    @Test
    void knowsWhetherASubmissionMayHaveArrived() {
        slurm.on(SUBMIT, HttpExchange::close);
        assertThat(catchThrowableOfType(SchedulerException.class, this::submit).mayHaveArrived())
                .isTrue();
        slurm.stop();
        // a kept connection may take the request and then prove dead
        assertThat(kindOf(this::submit)).isEqualTo(Kind.UNREACHABLE);
        assertThat(catchThrowableOfType(SchedulerException.class, this::submit).mayHaveArrived())
                .isFalse();
    }

    @Test
    void sendsTheWholeSubmissionWithItsLength() {
        slurm.on(SUBMIT, "22.05/submit");
        submit();
        Call call = slurm.calls().get(slurm.calls().size() - 1);
        assertThat(call.body()).startsWith("{\"script\":").endsWith("}");
        assertThat(call.user()).isEqualTo("alice");
    }

    @Test
    void readsAgainWhenTheConnectionBreaks() {
        AtomicInteger calls = new AtomicInteger();
        slurm.decide(NODES, call -> calls.incrementAndGet() <= 2 ? HttpExchange::close : play("22.05/nodes"));
        // The JDK tries a first time again by itself.
        assertThat(scheduler.nodes()).hasSize(4);
    }

    @Test
    void takesACutOffAnswerForNoAnswer() {
        slurm.on(NODES, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"nodes\":[{\"name\":\"node01\"".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(kindOf(scheduler::nodes)).isEqualTo(Kind.UNREACHABLE);
        slurm.on(SUBMIT, Recording.json("{\"errors\":[],\"job_id\":")::play);
        assertThat(kindOf(this::submit)).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void doesNotWaitForASilentServer() {
        slurm.on(SUBMIT, exchange -> sleep());
        Instant start = Instant.now();
        assertThat(kindOf(this::submit)).isEqualTo(Kind.UNREACHABLE);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1500));
        assertThat(sent(SUBMIT)).isEqualTo(1);
    }

    @Test
    void doesNotWaitForATricklingServer() {
        slurm.on(NODES, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                sleep(50);
            }
        });
        Instant start = Instant.now();
        assertThat(kindOf(scheduler::nodes)).isEqualTo(Kind.UNREACHABLE);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void failsAtOnceWhileSlurmIsAway() {
        slurm.on(NODES, exchange -> sleep());
        for (int i = 0; i < 3; i++) {
            assertThat(kindOf(scheduler::nodes)).isEqualTo(Kind.UNREACHABLE);
        }
        Instant start = Instant.now();
        for (int i = 0; i < 100; i++) {
            assertThat(kindOf(scheduler::nodes)).isEqualTo(Kind.UNREACHABLE);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(500));
        assertThat(sent(NODES)).isEqualTo(3);
    }

    @Test
    void carriesTheTokenNowhereElse() {
        slurm.on(NODES, exchange -> {
            exchange.getResponseHeaders().set("Location", slurm.config().url() + "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(kindOf(scheduler::nodes)).isEqualTo(Kind.UNREACHABLE);
        assertThat(sent("GET /elsewhere")).isZero();
    }

    @Test
    void understandsThatASubmissionIsNotAuthorised() {
        slurm.on(SUBMIT, "22.05/auth-none");
        assertThat(kindOf(this::submit)).isEqualTo(Kind.BAD_TOKEN);
    }

    private String submit() {
        return scheduler.submit(
                ALICE,
                new JobRequest(
                        "job",
                        "carme:1",
                        "gpu",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Resources(1, Optional.empty(), 0, 1, 0),
                        Duration.ofHours(1),
                        "#!/bin/bash\n" + "# a long script\n".repeat(2000),
                        Map.of(),
                        "/",
                        "/dev/null"));
    }

    private long sent(String call) {
        return slurm.calls().stream()
                .filter(seen -> call.equals(seen.method() + ' ' + seen.path()))
                .count();
    }

    private static Reply play(String recording) {
        return Recording.of(recording)::play;
    }

    private static void sleep() throws IOException {
        sleep(2000);
    }

    private static void sleep(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Kind kindOf(ThrowingCallable call) {
        return catchThrowableOfType(SchedulerException.class, call).kind();
    }
}
