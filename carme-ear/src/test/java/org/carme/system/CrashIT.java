package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dies while a job is started: afterwards it exists exactly once. No change of a project is half done. */
class CrashIT {
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private Api alice;

    Map<String, String> settings() {
        return Map.of();
    }

    @BeforeEach
    void begin() {
        Portal.up(settings());
        alice = Api.as("alice");
    }

    @AfterEach
    void clean() {
        Cluster.start("ctld");
        Cluster.start("restd");
        Portal.up(settings());
        alice.endAll();
    }

    @Test
    void startsOnceAndIsCountedWhenThePortalDiesRightAfterTheCommit() {
        String limit = "{\"subject\":\"USER\",\"name\":\"alice\",\"resource\":\"JOBS\",\"limit\":1}";
        int quota = Api.as("admin").post("/admin/quotas", limit).json().getInt("id");
        Cluster.stop("restd");
        long id = alice.start(Starts.cpu("after-commit-" + System.nanoTime()));
        Portal.kill();
        Portal.up(settings());

        assertThat(alice.post("/jobs", Starts.cpu("one too many")).json().getString("code"))
                .isEqualTo("quota-exceeded");
        Cluster.start("restd");
        try {
            existsOnce(id);
        } finally {
            Api.as("admin").delete("/admin/quotas/" + quota);
        }
    }

    @Test
    void startsOnceWhenThePortalDiesRightAfterSlurmAccepted() {
        long id = alice.start(Starts.cpu("after-accept-" + System.nanoTime()));
        alice.await(id, Duration.ofMinutes(2), job -> job.containsKey("slurmJobId"));
        Portal.kill();
        Portal.up(settings());

        existsOnce(id);
    }

    @Test
    void startsOnceWhenThePortalDiesWhileSlurmIsAnswering() {
        Cluster.run("slurm", "head", "pkill", "-STOP", "-x", "slurmctld");
        long id;
        try {
            id = alice.start(Starts.cpu("while-answering-" + System.nanoTime()));
            alice.await(
                    id, Duration.ofSeconds(30), job -> job.getString("state").equals("submitting"));
            Portal.kill();
        } finally {
            Cluster.run("slurm", "head", "pkill", "-CONT", "-x", "slurmctld");
        }
        Portal.up(settings());

        existsOnce(id);
    }

    @Test
    void startsOnceWhenSlurmctldIsAwayForAWhile() {
        Cluster.kill("ctld");
        long id = alice.start(Starts.cpu("no-ctld-" + System.nanoTime()));
        Cluster.start("ctld");

        existsOnce(id);
    }

    @Test
    void startsOnceWhenSlurmrestdIsAwayForAWhile() {
        Cluster.kill("restd");
        long id = alice.start(Starts.cpu("no-restd-" + System.nanoTime()));
        assertThat(alice.get("/me").status()).isEqualTo(200);
        Cluster.start("restd");

        existsOnce(id);
    }

    @Test
    void doesNoStepOfAProjectByHalvesWhenThePortalDies() throws InterruptedException {
        List<ProjectSteps> projects =
                Stream.generate(ProjectSteps::new).limit(3).toList();
        CountDownLatch some = new CountDownLatch(30);
        List<CompletableFuture<Void>> ends =
                projects.stream().map(project -> project.goOn(some)).toList();
        assertThat(some.await(2, TimeUnit.MINUTES)).isTrue();
        Portal.kill();
        ends.forEach(CompletableFuture::join);
        Portal.up(settings());

        projects.forEach(ProjectSteps::areWhole);
    }

    private void existsOnce(long id) {
        JsonObject job = alice.await(
                id, RECOVERY, found -> List.of("starting", "running").contains(found.getString("state")));
        assertThat(Cluster.jobsNamed(job.getString("name"))).containsExactly(job.getString("slurmJobId"));
    }
}
