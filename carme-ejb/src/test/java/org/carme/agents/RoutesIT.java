package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways to the services of running jobs, in one instance of the portal and in the next. */
class RoutesIT {
    private final TestAgents agents = AgentsIT.agents("10.77.1.0/24");
    private final RouteService routes = agents.routes();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void knowsARouteAtOnceAfterTheReport() {
        JobSummary job = agents.running("node01");
        routes.subscribe(told::add);
        String token = bootstrap(job).token();
        assertThat(routes.find(job.key())).isEmpty();

        agents.reportService().report(token, AgentsIT.report(1, ServiceState.READY, ServiceState.STARTING));

        Route route = routes.find(job.key()).orElseThrow();
        assertThat(route.owner()).isEqualTo("alice");
        assertThat(route.address()).isEqualTo("10.77.1.11");
        assertThat(route.port()).isEqualTo(40_000);
        assertThat(route.services().get("jupyter").ready()).isTrue();
        assertThat(route.services().get("terminal").ready()).isFalse();
        assertThat(route.services().get("terminal").strip()).isTrue();
        assertThat(told).containsExactly(job.key());
    }

    @Test
    void carriesTheVerySecretThatTheServiceHas() {
        JobSummary job = agents.running("node01");
        BootstrapAnswer answer = bootstrap(job);
        agents.reportService().report(answer.token(), AgentsIT.ready(1));

        SecretHeader header = routes.find(job.key())
                .orElseThrow()
                .services()
                .get("jupyter")
                .secret()
                .orElseThrow();
        assertThat(header.name()).isEqualTo("Authorization");
        assertThat(header.value()).isEqualTo("token " + answer.services().get(0).secret());
        assertThat(header.toString()).isEqualTo("Authorization");
    }

    @Test
    void forgetsARouteAsSoonAsItsJobIsAboutToEnd() {
        JobSummary job = reported();
        routes.subscribe(told::add);

        agents.jobs.become(job.id(), JobState.ENDING);

        assertThat(routes.find(job.key())).isEmpty();
        assertThat(told).containsExactly(job.key());
    }

    @Test
    void isKnownToAnotherInstanceThatHasToReadIt() {
        JobSummary job = reported();

        assertThat(agents.newRoutes().find(job.key())).isEqualTo(routes.find(job.key()));
    }

    @Test
    void reachesAnotherInstanceByItself() {
        RouteService other = agents.newRoutes();
        RouteFollower follower = agents.follower(other);
        follower.follow();
        other.subscribe(told::add);
        JobSummary job = agents.running("node01");
        assertThat(other.find(job.key())).isEmpty();

        String token = bootstrap(job).token();
        agents.reportService().report(token, AgentsIT.ready(1));
        follower.follow();
        follower.follow();

        assertThat(other.find(job.key())).isEqualTo(routes.find(job.key())).isPresent();
        assertThat(told).containsExactly(job.key());
    }

    @Test
    void tellsNobodyOfAJobThatIsAboutToEnd() {
        JobSummary job = reported();
        agents.jobs.become(job.id(), JobState.ENDING);
        RouteService other = agents.newRoutes();
        other.subscribe(told::add);
        RouteFollower follower = agents.follower(other);

        follower.follow();
        follower.follow();

        assertThat(other.find(job.key())).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void remembersShortlyThatAKeyIsUnknown() {
        JobSummary job = agents.running("node01");
        RouteService other = agents.newRoutes();
        assertThat(other.find(job.key())).isEmpty();
        agents.reportService()
                .report(bootstrap(job).token(), AgentsIT.report(1, ServiceState.READY, ServiceState.STARTING));

        assertThat(other.find(job.key())).isEmpty();
        agents.forward(Duration.ofSeconds(1));
        assertThat(other.find(job.key())).isPresent();
    }

    @Test
    void keepsNothingOfAJobThatHasEnded() {
        RouteFollower follower = agents.follower(routes);
        JobSummary job = reported();
        assertThat(agents.knowsAnythingOf(job.id())).isTrue();

        agents.end(job);
        follower.follow();

        assertThat(agents.knowsAnythingOf(job.id())).isFalse();
    }

    @Test
    void keepsNothingOfAJobThatEndedWhileNobodyLooked() {
        JobSummary ended = reported();
        JobSummary running = reported();
        agents.end(ended);

        agents.follower(agents.newRoutes()).forgetEnded();

        assertThat(agents.knowsAnythingOf(ended.id())).isFalse();
        assertThat(agents.knowsAnythingOf(running.id())).isTrue();
    }

    private JobSummary reported() {
        JobSummary job = agents.running("node01");
        agents.reportService().report(bootstrap(job).token(), AgentsIT.ready(1));
        return job;
    }

    private BootstrapAnswer bootstrap(JobSummary job) {
        return agents.bootstrapService()
                .bootstrap(new BootstrapRequest(
                        agents.secret(job, 0), TestAgents.schedulerId(job), "node01", true, true, true));
    }
}
