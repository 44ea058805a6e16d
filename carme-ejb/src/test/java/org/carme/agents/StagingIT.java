package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.projects.Classification;
import org.carme.staging.StagedData;
import org.carme.staging.StagingOrder;
import org.carme.staging.StagingProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data of a job: every node is told what to copy, and what each says of it is kept. */
class StagingIT {
    private final TestAgents agents = new TestAgents(
            Path.of("src/test/resources/entry-points"), Map.of(AgentSettings.NETWORKS_KEY, "10.77.0.0/16"));
    private final ReportService reports = agents.reportService();

    private JobSummary job;

    @BeforeEach
    void start() {
        agents.jobs.data = StagedData.of("~/a b\ndataset:cifar", "~/out");
        job = agents.running("node01", "node02");
    }

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void tellsEveryNodeWhatToCopy() {
        for (BootstrapAnswer answer : List.of(bootstrap(0, "node01"), bootstrap(1, "node02"))) {
            StagingOrder order = answer.data().orElseThrow();
            assertThat(order.items())
                    .extracting(StagingOrder.Item::source)
                    .containsExactly("~/a b", "/data/cifar-10.tar.gz");
            assertThat(order.results()).contains("~/out");
        }
    }

    @Test
    void tellsEveryNodeTheFoldersOfTheJob() {
        agents.charge("pinns", Classification.INTERNAL);
        job = agents.running("node01", "node02");

        for (BootstrapAnswer answer : List.of(bootstrap(0, "node01"), bootstrap(1, "node02"))) {
            assertThat(answer.folders().all()).containsExactly("/groups/pinns");
            assertThat(answer.data().orElseThrow().folders()).contains("/groups/pinns");
        }
    }

    @Test
    void hidesTheHomeInConfidentialProjectsOrNothingBegins() {
        agents.charge("pinns", Classification.CONFIDENTIAL);
        agents.jobs.data = StagedData.NONE;
        job = agents.running("node01");
        assertThatThrownBy(() -> bootstrap(0, "node01"))
                .as("a plain process")
                .isInstanceOf(BootstrapRefusedException.class);
        agents.run(AgentsIT.image(job, "bubblewrap"));
        BootstrapRequest old =
                new BootstrapRequest(agents.secret(job, 0), TestAgents.schedulerId(job), "node01", true, true, false);
        assertThatThrownBy(() -> agents.bootstrapService().bootstrap(old))
                .as("an agent that would not hide it")
                .isInstanceOf(BootstrapRefusedException.class);

        assertThat(bootstrap(0, "node01").folders().homeHidden()).isTrue();
    }

    @Test
    void keepsWhatEachNodeSaysUntilTheNextRun() {
        String head = bootstrap(0, "node01").token();
        String second = bootstrap(1, "node02").token();
        assertThat(agents.records().staging(job)).isEmpty();

        reports.report(second, said(1, StagingProgress.State.COPYING, ""));
        reports.report(head, said(1, StagingProgress.State.COPYING, ""));
        reports.report(head, said(2, StagingProgress.State.DONE, ""));
        reports.report(head, said(1, StagingProgress.State.COPYING, ""));

        assertThat(agents.records().staging(job))
                .extracting(
                        node -> node.progress().state(), node -> node.progress().totalBytes())
                .containsExactly(tuple(StagingProgress.State.DONE, 10L), tuple(StagingProgress.State.COPYING, 10L));
        agents.requeued(job, "node01", "node02");
        bootstrap(0, "node01");
        assertThat(agents.records().staging(job)).hasSize(1);
    }

    @Test
    void tellsTheFirstNodeOnHowManyTheDataAre() {
        String head = bootstrap(0, "node01").token();
        String second = bootstrap(1, "node02").token();

        assertThat(nodesWithData(head, said(1, StagingProgress.State.COPYING, "")))
                .hasValue(0);
        assertThat(nodesWithData(second, said(1, StagingProgress.State.COPYING, "")))
                .isEmpty();
        assertThat(nodesWithData(head, said(2, StagingProgress.State.DONE, ""))).hasValue(1);
        reports.report(second, said(2, StagingProgress.State.FAILED, "~/a b is not there"));
        assertThat(nodesWithData(head, said(3, StagingProgress.State.DONE, ""))).hasValue(2);

        agents.requeued(job, "node01", "node02");
        String again = bootstrap(0, "node01").token();
        assertThat(nodesWithData(again, said(1, StagingProgress.State.DONE, "")))
                .as("of this run")
                .hasValue(1);
    }

    private OptionalInt nodesWithData(String token, AgentReport report) {
        return reports.report(token, report).nodesWithData();
    }

    @Test
    void tellsOnceWhatIsMissing() {
        String token = bootstrap(0, "node01").token();
        reports.report(token, said(1, StagingProgress.State.COPYING, "~/a b is not there"));
        assertThat(agents.jobs.failures()).isEmpty();

        reports.report(token, said(2, StagingProgress.State.FAILED, "~/a b is not there"));
        reports.report(token, said(3, StagingProgress.State.FAILED, "~/a b is not there"));

        assertThat(agents.jobs.failures()).containsExactly("~/a b is not there");
        assertThat(agents.state(job)).as("the services start all the same").isEqualTo(JobState.STARTING);
    }

    @Test
    void tellsOnceWhatIsMissingOnAllNodes() {
        String head = bootstrap(0, "node01").token();
        String second = bootstrap(1, "node02").token();

        reports.report(second, said(1, StagingProgress.State.FAILED, "~/a b is not there"));
        reports.report(head, said(1, StagingProgress.State.FAILED, "~/a b is not there"));
        assertThat(agents.jobs.failures()).containsExactly("~/a b is not there");

        agents.requeued(job, "node01", "node02");
        String again = bootstrap(0, "node01").token();
        reports.report(again, said(1, StagingProgress.State.FAILED, "~/a b is not there"));
        assertThat(agents.jobs.failures()).as("of each run").hasSize(2);
    }

    @Test
    void tellsOnceWhatTwoNodesMissInTheSameMoment() throws Exception {
        List<String> tokens =
                List.of(bootstrap(0, "node01").token(), bootstrap(1, "node02").token());
        CountDownLatch both = new CountDownLatch(tokens.size());
        // Where both get as far as telling, neither goes on before the other is there.
        agents.jobs.onMissing = () -> {
            both.countDown();
            await(both);
        };

        ExecutorService executor = Executors.newFixedThreadPool(tokens.size());
        try {
            List<Callable<Object>> said = tokens.stream()
                    .<Callable<Object>>map(token ->
                            () -> reports.report(token, said(1, StagingProgress.State.FAILED, "~/a b is not there")))
                    .toList();
            for (Future<Object> report : executor.invokeAll(said)) {
                report.get();
            }
        } finally {
            executor.shutdown();
        }

        assertThat(agents.jobs.failures()).containsExactly("~/a b is not there");
        assertThat(agents.records().staging(job))
                .extracting(node -> node.progress().state())
                .containsExactly(StagingProgress.State.FAILED, StagingProgress.State.FAILED);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsOfEachNodeWhatIsMissingThereAlone() {
        String head = bootstrap(0, "node01").token();
        String second = bootstrap(1, "node02").token();

        reports.report(head, said(1, StagingProgress.State.FAILED, "no room for a b"));
        reports.report(second, said(1, StagingProgress.State.FAILED, "~/a b is not there"));

        assertThat(agents.jobs.failures()).containsExactly("no room for a b", "~/a b is not there");
    }

    @Test
    void tellsEachTimeThatResultsAreMissing() {
        String token = bootstrap(0, "node01").token();

        reports.report(token, results(1, StagingProgress.State.FAILED, "not copied: a"));
        reports.report(token, results(2, StagingProgress.State.FAILED, "not copied: a"));
        reports.report(token, results(3, StagingProgress.State.COPYING, ""));
        reports.report(token, results(4, StagingProgress.State.FAILED, "not copied: b"));
        reports.report(token, results(2, StagingProgress.State.DONE, ""));

        assertThat(agents.jobs.failures()).containsExactly("results: not copied: a", "results: not copied: b");
        assertThat(agents.records().staging(job)).singleElement().satisfies(node -> {
            assertThat(node.ofResults()).isTrue();
            assertThat(node.progress().detail()).isEqualTo("not copied: b");
        });
        agents.requeued(job, "node01", "node02");
        bootstrap(0, "node01");
        assertThat(agents.records().staging(job)).isEmpty();
    }

    @Test
    void doesNotLetAnAgentFloodItsOwner() {
        String token = bootstrap(0, "node01").token();

        for (int number = 0; number < 200; number += 2) {
            reports.report(token, results(number, StagingProgress.State.FAILED, "not copied: " + number));
            reports.report(token, results(number + 1, StagingProgress.State.COPYING, ""));
        }

        assertThat(agents.jobs.failures()).hasSize(20);
    }

    @Test
    void keepsWhatFitsOfLongWords() {
        String token = bootstrap(0, "node01").token();

        reports.report(token, said(1, StagingProgress.State.FAILED, "x".repeat(5000)));

        assertThat(agents.records().staging(job))
                .singleElement()
                .satisfies(node -> assertThat(node.progress().detail()).hasSize(500));
    }

    private BootstrapAnswer bootstrap(int index, String node) {
        return agents.bootstrapService()
                .bootstrap(new BootstrapRequest(
                        agents.secret(job, index), TestAgents.schedulerId(job), node, true, true, true));
    }

    private static AgentReport results(long number, StagingProgress.State state, String detail) {
        return TestReports.of(
                number, Optional.empty(), Optional.of(new StagingProgress(state, 5, 10, "~/out", detail)));
    }

    private static AgentReport said(long number, StagingProgress.State state, String detail) {
        return TestReports.of(number, Optional.of(new StagingProgress(state, 5, 10, "a b", detail)), Optional.empty());
    }
}
