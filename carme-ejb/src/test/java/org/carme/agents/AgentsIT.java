package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerState;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageLaunch;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What agents get, and above all what they do not get, on a real database. */
class AgentsIT {
    private static final String NETWORKS = "10.77.1.0/24";

    private final TestAgents agents = agents(NETWORKS);
    private final BootstrapService bootstraps = agents.bootstrapService();
    private final ReportService reports = agents.reportService();

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void givesTheFirstNodeTheServicesAndTheOthersNone() {
        JobSummary job = agents.running("node01", "node02");

        BootstrapAnswer head = bootstrap(job, 0, "node01");
        BootstrapAnswer second = bootstrap(job, 1, "node02");

        assertThat(head.jobKey()).isEqualTo(job.key());
        assertThat(head.address()).isEqualTo("10.77.1.11");
        assertThat(head.services())
                .extracting(BootstrapAnswer.ServiceStart::readiness)
                .containsExactly("/entry/" + job.key() + "/jupyter/api/status", "/");
        assertThat(head.services())
                .extracting(BootstrapAnswer.ServiceStart::secret)
                .doesNotHaveDuplicates();
        assertThat(second.address()).isEqualTo("10.77.1.12");
        assertThat(second.services()).isEmpty();
        assertThat(second.token()).isNotEqualTo(head.token());
        assertThat(agents.state(job)).isEqualTo(JobState.STARTING);
    }

    @Test
    void saysWhatImageServicesRunInAndTheSshdOfEveryNode() {
        JobSummary job = agents.running("node01", "node02");
        ImageLaunch debian = image(job, "bubblewrap");
        agents.run(debian);

        BootstrapAnswer head = bootstrap(job, 0, "node01");
        BootstrapAnswer second = bootstrap(job, 1, "node02");

        BootstrapAnswer.ImageStart image = head.image().orElseThrow();
        assertThat(image.launch()).isEqualTo(debian);
        assertThat(image.runtime().command()).startsWith("bwrap");
        assertThat(image.stores()).containsExactly("/opt/carme/images");
        assertThat(head.services())
                .extracting(service -> service.declaration().name())
                .containsExactly("jupyter");
        assertThat(second.services()).isEmpty();
        assertThat(second.image()).map(BootstrapAnswer.ImageStart::launch).contains(debian);
    }

    @Test
    void refusesAnAgentThatWouldNotUseTheImage() {
        JobSummary job = agents.running("node01");
        agents.run(image(job, "bubblewrap"));
        BootstrapRequest old =
                new BootstrapRequest(agents.secret(job, 0), TestAgents.schedulerId(job), "node01", false, true, true);

        assertThatThrownBy(() -> bootstraps.bootstrap(old)).isInstanceOf(BootstrapRefusedException.class);
    }

    @Test
    void refusesAJobWhoseRuntimeIsNotDeclaredAnyMore() {
        JobSummary job = agents.running("node01");
        agents.run(image(job, "removed"));

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node01");
    }

    static ImageLaunch image(JobSummary job, String runtime) {
        String location = "/opt/carme/images/debian";
        return new ImageLaunch(job.image(), "1", runtime, location, "", List.of(), List.of(), List.of("jupyter"));
    }

    @Test
    void refusesASecretThatNobodyHas() {
        JobSummary job = agents.running("node01");

        assertRefused("guessed", TestAgents.schedulerId(job), "node01");
    }

    @Test
    void refusesASecretOfAnotherJob() {
        JobSummary job = agents.running("node01");
        JobSummary other = agents.running("node01");

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(other), "node01");
    }

    @Test
    void refusesANodeThatIsNotTheJobs() {
        JobSummary job = agents.running("node01");

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node02");
        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "elsewhere");
    }

    @Test
    void refusesANodeOutsideTheNetworks() {
        try (TestAgents others = agents("10.99.0.0/16, 192.0.2.0/24")) {
            JobSummary job = others.running("node01");

            assertThatThrownBy(() -> others.bootstrapService()
                            .bootstrap(new BootstrapRequest(
                                    others.secret(job, 0), TestAgents.schedulerId(job), "node01", true, true, true)))
                    .isInstanceOf(BootstrapRefusedException.class)
                    .hasMessageContaining("networks");
        }
    }

    @Test
    void refusesAJobThatHasEnded() {
        JobSummary job = agents.running("node01");
        agents.scheduler.end(TestAgents.schedulerId(job), SchedulerState.CANCELLED, 0);

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node01");
    }

    @Test
    void letsAnAgentWaitUntilTheJobRuns() {
        JobSummary job = agents.submitted(1);
        assertPostponed(job);

        agents.scheduler.start(TestAgents.schedulerId(job), "node01");
        assertThat(bootstrap(job, 0, "node01").token()).isNotEmpty();
    }

    @Test
    void letsAnAgentWaitWhileTheSchedulerIsAway() {
        JobSummary job = agents.running("node01");
        agents.scheduler.fail(SchedulerException.Kind.UNREACHABLE);
        assertPostponed(job);

        agents.scheduler.heal();
        assertThat(bootstrap(job, 0, "node01").token()).isNotEmpty();
    }

    @Test
    void answersOnceMoreWhenTheAnswerWasLost() {
        JobSummary job = agents.running("node01", "node02");
        BootstrapAnswer lost = bootstrap(job, 0, "node01");

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node02");
        agents.forward(Duration.ofSeconds(59));
        BootstrapAnswer again = bootstrap(job, 0, "node01");

        assertThatThrownBy(() -> reports.report(lost.token(), ready(1))).isInstanceOf(TokenRefusedException.class);
        assertThat(reports.report(again.token(), ready(1)).stop()).isFalse();
        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node01");
    }

    @Test
    void answersNotAgainAfterAMinute() {
        JobSummary job = agents.running("node01");
        bootstrap(job, 0, "node01");
        agents.forward(Duration.ofSeconds(60));

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node01");
    }

    @Test
    void answersNotAgainOnceTheAgentHasReported() {
        JobSummary job = agents.running("node01");
        reports.report(bootstrap(job, 0, "node01").token(), ready(1));

        assertRefused(agents.secret(job, 0), TestAgents.schedulerId(job), "node01");
    }

    @Test
    void givesOneAgentOnlyWhatSeveralAskForAtTheSameTime() throws InterruptedException {
        JobSummary job = agents.running("node01");
        List<Callable<BootstrapAnswer>> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            attempts.add(() -> bootstrap(job, 0, "node01"));
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<String> tokens = new ArrayList<>();
        for (Future<BootstrapAnswer> attempt : pool.invokeAll(attempts)) {
            try {
                tokens.add(attempt.get().token());
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(BootstrapRefusedException.class);
            }
        }
        pool.shutdown();

        assertThat(tokens).hasSize(2);
        assertThat(tokens.stream().filter(this::isGood)).hasSize(1);
    }

    @Test
    void armsTheSecretAgainWhenTheSchedulerRequeuesTheJob() {
        JobSummary job = agents.running("node01");
        BootstrapAnswer first = bootstrap(job, 0, "node01");
        reports.report(first.token(), ready(1));

        agents.requeued(job, "node02");
        BootstrapAnswer second = bootstrap(job, 0, "node02");

        assertThat(agents.routes().find(job.key())).isEmpty();
        assertThat(second.services().get(0).secret())
                .isNotEqualTo(first.services().get(0).secret());
        assertThatThrownBy(() -> reports.report(first.token(), ready(2))).isInstanceOf(TokenRefusedException.class);
        reports.report(second.token(), ready(1));
        assertThat(agents.routes().find(job.key()).orElseThrow().address()).isEqualTo("10.77.1.12");
    }

    @Test
    void keepsTheSecretsOfAnAttemptThatMayHaveArrived() {
        JobSummary job = agents.running("node01");
        agents.scripts().prepare(job);

        assertThat(bootstrap(job, 0, "node01").token()).isNotEmpty();
    }

    @Test
    void makesAJobUsableWhenAllItsServicesAreReady() {
        JobSummary job = agents.running("node01");
        String token = bootstrap(job, 0, "node01").token();

        reports.report(token, report(1, ServiceState.READY, ServiceState.STARTING));
        assertThat(agents.state(job)).isEqualTo(JobState.STARTING);
        reports.report(token, report(2, ServiceState.READY, ServiceState.FAILED));
        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
    }

    @Test
    void makesAJobUsableWhoseServicesStartWhenTheyAreOpened() {
        JobSummary job = agents.running("node01");
        String token = bootstrap(job, 0, "node01").token();

        reports.report(token, report(1, ServiceState.FAILED, ServiceState.IDLE));

        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
        assertThat(agents.jobs.failures()).isEmpty();
        assertThat(agents.routes().find(job.key()).orElseThrow().services().get("terminal"))
                .satisfies(route -> assertThat(route.ready()).isFalse())
                .satisfies(route -> assertThat(route.idle()).isTrue());
    }

    @Test
    void doesNotOfferWhatIsNotThere() {
        JobSummary job = agents.running("node01");
        BootstrapAnswer answer = bootstrap(job, 0, "node01");
        assertThat(answer.services())
                .extracting(service -> service.declaration().name(), BootstrapAnswer.ServiceStart::optional)
                .containsExactly(tuple("jupyter", false), tuple("terminal", true));

        reports.report(answer.token(), report(1, ServiceState.READY, ServiceState.ABSENT));

        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
        assertThat(agents.routes().find(job.key()).orElseThrow().services()).containsOnlyKeys("jupyter");
    }

    @Test
    void saysWhyNothingOfAJobHasStarted() {
        JobSummary job = agents.running("node01");
        String token = bootstrap(job, 0, "node01").token();
        ServiceReport jupyter = new ServiceReport("jupyter", ServiceState.FAILED, "exited with 1");
        ServiceReport terminal = new ServiceReport("terminal", ServiceState.FAILED, "");

        reports.report(token, TestReports.report(1, Optional.of(40_000), List.of(jupyter)));
        assertThat(agents.state(job)).as("the terminal still starts").isEqualTo(JobState.STARTING);
        reports.report(token, TestReports.report(2, Optional.of(40_000), List.of(jupyter, terminal)));
        reports.report(token, TestReports.report(3, Optional.of(40_000), List.of(jupyter, terminal)));

        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
        assertThat(agents.jobs.failures()).containsExactly("Jupyter Notebook: exited with 1; Terminal");
        assertThat(agents.routes().find(job.key()).orElseThrow().services().get("jupyter"))
                .satisfies(route -> assertThat(route.ready()).isFalse())
                .satisfies(route -> assertThat(route.failure()).hasValue("exited with 1"));
    }

    @Test
    void refusesServicesThatTheAgentWasNotToldToStart() {
        JobSummary job = agents.running("node01", "node02");
        String head = bootstrap(job, 0, "node01").token();
        String second = bootstrap(job, 1, "node02").token();
        AgentReport foreign =
                TestReports.report(1, Optional.of(40_000), List.of(new ServiceReport("shell", ServiceState.READY, "")));

        assertThatThrownBy(() -> reports.report(head, foreign)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> reports.report(second, ready(1))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void ignoresAnOldReportThatArrivesLate() {
        JobSummary job = agents.running("node01");
        String token = bootstrap(job, 0, "node01").token();
        reports.report(token, ready(5));
        reports.report(token, report(4, ServiceState.STARTING, ServiceState.STARTING));

        Route route = agents.routes().find(job.key()).orElseThrow();
        assertThat(route.services().values()).allMatch(ServiceRoute::ready);
    }

    @Test
    void tellsTheAgentWhenItsJobEndsAndWhenItIsOver() {
        JobSummary job = agents.running("node01");
        BootstrapAnswer answer = bootstrap(job, 0, "node01");
        assertThat(answer.endsAt()).isEqualTo(agents.clock.instant().plus(Duration.ofHours(2)));

        agents.jobs.become(job.id(), JobState.ENDING);
        assertThat(reports.report(answer.token(), ready(1)).stop()).isTrue();
        agents.end(job);
        assertThatThrownBy(() -> reports.report(answer.token(), ready(2))).isInstanceOf(TokenRefusedException.class);
    }

    @Test
    void storesNoSecretAsItIs() {
        JobSummary job = agents.running("node01");
        BootstrapAnswer answer = bootstrap(job, 0, "node01");

        assertThat(agents.records().armed(agents.secret(job, 0))).isEmpty();
        assertThat(agents.records().holder(answer.token())).isEmpty();
        assertThat(answer.toString() + answer.services())
                .doesNotContain(answer.token())
                .doesNotContain(answer.services().get(0).secret());
    }

    private boolean isGood(String token) {
        try {
            reports.report(token, ready(1));
            return true;
        } catch (TokenRefusedException e) {
            return false;
        }
    }

    private BootstrapAnswer bootstrap(JobSummary job, int nodeIndex, String node) {
        return bootstraps.bootstrap(new BootstrapRequest(
                agents.secret(job, nodeIndex), TestAgents.schedulerId(job), node, true, true, true));
    }

    private void assertRefused(String secret, String schedulerId, String node) {
        assertThatThrownBy(
                        () -> bootstraps.bootstrap(new BootstrapRequest(secret, schedulerId, node, true, true, true)))
                .isInstanceOf(BootstrapRefusedException.class);
    }

    private void assertPostponed(JobSummary job) {
        assertThatThrownBy(() -> bootstrap(job, 0, "node01")).isInstanceOf(BootstrapPostponedException.class);
    }

    static AgentReport ready(long number) {
        return report(number, ServiceState.READY, ServiceState.READY);
    }

    static AgentReport report(long number, ServiceState jupyter, ServiceState terminal) {
        return TestReports.report(
                number,
                Optional.of(40_000),
                List.of(new ServiceReport("jupyter", jupyter, ""), new ServiceReport("terminal", terminal, "")));
    }

    static TestAgents agents(String networks) {
        return new TestAgents(Path.of("src/test/resources/entry-points"), Map.of(AgentSettings.NETWORKS_KEY, networks));
    }
}
