package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carme.common.InvalidRequestException;
import org.carme.images.VersionState;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.Test;

/** What becomes of builds on a real database, whatever comes twice, late or never. */
class BuildsIT extends BuildsOnDatabase {
    @Test
    void makesADraftOfTheBuildersOwnOnceItIsDoneAndTried() {
        JobSummary job = start("alice", plan("torch", "1"));

        assertThat(report(job, running(), READY)).isEqualTo(TaskPhase.AT_WORK);
        report(job, done(), new ServicesTried(false, ""));
        assertThat(details(job).summary().state()).as("not tried yet").isEqualTo(BuildState.RUNNING);
        report(job, done(), READY);
        report(job, done(), READY);

        BuildDetails build = details(job);
        assertThat(build.summary().state()).isEqualTo(BuildState.DONE);
        assertThat(build.summary().versionState()).contains(VersionState.DRAFT);
        assertThat(build.digest()).contains(DIGEST);
        assertThat(rows("SELECT CONCAT(i.owner, ' ', v.name, ' ', v.location, ' ', v.digest, ' ', v.runtime, ' ',"
                        + " v.entry_points) FROM image_versions v JOIN images i ON i.name = v.image_name"
                        + " WHERE i.name = 'torch'"))
                .containsExactly("alice 1 /opt/carme/images/own/torch-1 " + DIGEST + " bubblewrap jupyter");
        assertThat(messagesTo("alice")).containsExactly("build-done.BUILD");
    }

    @Test
    void givesBackWhatWasWantedSoThatItCanBeMadeAgain() {
        List<BuildStep> steps = List.of(
                new BuildStep.Apt(List.of("hello=2.10-3")),
                new BuildStep.Conda(List.of("numpy")),
                new BuildStep.Pip(List.of("six", "dask[array]>=2024")),
                new BuildStep.PutFile("/opt/x", "a\nb", true),
                new BuildStep.Environment("A", "x=y"),
                new BuildStep.Run("make\nmake install"));
        BuildPlan plan = new BuildPlan(
                BuildKind.BUILD,
                false,
                DEBIAN,
                "torch",
                "1",
                "/opt/carme/images/own/torch-1",
                steps,
                Optional.of(RecipeFormat.FORM),
                "");

        assertThat(details(start("alice", plan)).wanted()).isEqualTo(steps);
    }

    @Test
    void saysOfTheNewVersionWhatWasFoundInside() {
        JobSummary job = start("alice", plan("torch", "1"));
        progress(progress -> progress.keepContents(job.id(), progress.contents.check(BOM)));
        progress(progress -> progress.keepContents(job.id(), progress.contents.check(BOM)));

        report(job, done(), READY);

        assertThat(rows("SELECT CONCAT(v.image_name, ' ', c.taken_by, ' ', c.package_count) FROM image_contents c"
                        + " JOIN image_versions v ON v.id = c.version_id"))
                .containsExactly("torch alice 1");
        assertThat(rows("SELECT job_id FROM build_contents")).isEmpty();
    }

    @Test
    void failsWhereAnEntryPointCannotBeUsed() {
        JobSummary job = start("alice", plan("torch", "1"));

        report(job, done(), new ServicesTried(true, "Jupyter: exited with 1"));
        report(job, done(), READY);

        BuildDetails build = details(job);
        assertThat(build.failure()).contains(BuildFailure.ENTRY_POINTS);
        assertThat(build.detail()).isEqualTo("Jupyter: exited with 1");
        assertThat(build.summary().versionState()).isEmpty();
        assertThat(messagesTo("alice")).containsExactly("build-failed.ENTRY_POINTS");
    }

    @Test
    void tellsNoMoreOfAFailureThanAMessageHolds() {
        JobSummary job = start("alice", plan("torch", "1"));

        report(job, done(), new ServicesTried(true, "Jupyter: " + "x".repeat(2000)));

        assertThat(details(job).detail()).hasSize(500);
        assertThat(messagesTo("alice")).containsExactly("build-failed.ENTRY_POINTS");
    }

    @Test
    void keepsTheLastLinesOfTheStepThatHasFailed() {
        JobSummary job = start("alice", plan("torch", "1"));

        report(job, failed("no such package", "E: Unable", "\u001b[31m to locate"), READY);
        end(job, JobOutcome.FAILED, "NonZeroExitCode");

        BuildDetails build = details(job);
        assertThat(build.failure()).contains(BuildFailure.STEP);
        assertThat(build.detail()).isEqualTo("no such package");
        assertThat(build.lines()).containsExactly("E: Unable", "[31m to locate");
        assertThat(build.steps()).extracting(StepProgress::state).containsExactly(StepProgress.State.FAILED);
        assertThat(messagesTo("alice")).containsExactly("build-failed.STEP");
    }

    @Test
    void endsWithItsJobIfNothingElseWasSaid() {
        JobSummary timedOut = start("alice", plan("torch", "1"));
        JobSummary stopped = start("alice", plan("torch", "2"));

        end(timedOut, JobOutcome.TIMED_OUT, "TimeLimit");
        end(stopped, JobOutcome.CANCELLED, "");

        assertThat(details(timedOut).failure()).contains(BuildFailure.JOB_ENDED);
        assertThat(details(timedOut).detail()).isEqualTo("TimeLimit");
        assertThat(details(stopped).summary().state()).isEqualTo(BuildState.CANCELLED);
        report(stopped, done(), READY);
        assertThat(details(stopped).summary().versionState()).isEmpty();
        start("alice", plan("torch", "1"));
    }

    @Test
    void letsOneOfSeveralMakeAVersion() throws InterruptedException {
        List<Callable<JobSummary>> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            starts.add(() -> start("alice", plan("torch", "1")));
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        int accepted = 0;
        for (Future<JobSummary> start : pool.invokeAll(starts)) {
            try {
                start.get();
                accepted++;
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(InvalidRequestException.class);
                assertThat(refused.getCause()).hasMessageContaining("version-building");
            }
        }
        pool.shutdown();

        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void takesNoImageOfOthersAndNoVersionTwice() {
        image("theirs", "bob");

        assertRefused("image-taken", "alice", plan("theirs", "1"));
        assertRefused("version-exists", "carla", plan("debian", "1"));
        start("carla", plan("debian", "2"));
    }

    @Test
    void failsWhereSomebodyHasTakenTheNameMeanwhile() {
        JobSummary job = start("alice", plan("torch", "1"));
        image("torch", "bob");

        report(job, done(), READY);

        assertThat(details(job).failure()).contains(BuildFailure.CONFLICT);
    }

    @Test
    void givesADraftTheFilesOfACopy() {
        version("debian", "2", "/opt/carme/images/own/alice/debian-2", "DRAFT");
        JobSummary copy = start("carla", copy("/opt/carme/images/own/alice/debian-2"));
        JobSummary late = start("carla", BuildPlan.of(BuildKind.INVENTORY, true, DEBIAN, "1", ""));

        report(copy, done(), READY);
        report(late, done(), READY);

        assertThat(rows("SELECT location FROM image_versions WHERE name = '2'"))
                .containsExactly("/opt/carme/images/own/carla/debian-2");
        assertThat(details(late).summary().state()).isEqualTo(BuildState.DONE);
    }

    @Test
    void letsServicesOfASandboxWaitUntilItIsThere() {
        JobSummary sandbox = start("alice", BuildPlan.of(BuildKind.SANDBOX, false, DEBIAN, "1", "/opt/own/alice/x"));

        assertThat(report(sandbox, running(), READY)).isEqualTo(TaskPhase.BEFORE_SERVICES);
        assertThat(report(sandbox, done(), new ServicesTried(false, ""))).isEqualTo(TaskPhase.SERVICES);
        assertThat(report(job("alice"), running(), READY))
                .as("a job without a task")
                .isEqualTo(TaskPhase.SERVICES);
        assertThat(messagesTo("alice"))
                .as("its job tells when services are ready")
                .isEmpty();
    }

    @Test
    void leavesAVersionThatIsNoDraftAnyMoreAsItIs() {
        version("debian", "2", "/opt/carme/images/own/alice/debian-2", "DRAFT");
        JobSummary copy = start("carla", copy("/opt/carme/images/own/alice/debian-2"));
        sql("UPDATE image_versions SET state = 'ACTIVE' WHERE name = '2'");

        report(copy, done(), READY);

        assertThat(details(copy).failure()).contains(BuildFailure.CONFLICT);
        assertThat(rows("SELECT location FROM image_versions WHERE name = '2'"))
                .containsExactly("/opt/carme/images/own/alice/debian-2");
    }

    private static BuildPlan copy(String from) {
        BuildPlan.Source source = new BuildPlan.Source("debian", "2", from, Optional.of(DIGEST));
        return BuildPlan.of(BuildKind.COPY, true, source, "2", "/opt/carme/images/own/carla/debian-2");
    }

    @Test
    void offersADraftThatWasMadeAndNothingElse() {
        JobSummary job = start("alice", plan("torch", "1"));
        long id = job.id().value();
        assertThatThrownBy(() -> store(store -> store.offer("alice", id))).isInstanceOf(BuildConflictException.class);
        report(job, done(), READY);

        assertThatThrownBy(() -> store(store -> store.offer("bob", id))).isInstanceOf(BuildNotFoundException.class);
        store(store -> store.offer("alice", id));

        store(store -> assertThat(store.offered()).extracting(BuildSummary::id).containsExactly(id));
        sql("UPDATE image_versions SET state = 'ACTIVE' WHERE image_name = 'torch'");
        store(store -> assertThat(store.offered()).isEmpty());
        assertThatThrownBy(() -> store(store -> store.offer("alice", id))).isInstanceOf(BuildConflictException.class);
    }

    @Test
    void forgetsOnlyWhatHasEndedAndIsNoVersionsFiles() {
        JobSummary job = start("alice", plan("torch", "1"));
        long id = job.id().value();
        report(job, done(), READY);
        assertThatThrownBy(() -> store(store -> store.delete("alice", id)))
                .as("the job runs")
                .isInstanceOf(BuildConflictException.class);
        end(job, JobOutcome.COMPLETED, "");
        assertThatThrownBy(() -> store(store -> store.delete("alice", id)))
                .as("the version has its files")
                .isInstanceOf(BuildConflictException.class);
        sql("DELETE FROM image_versions WHERE image_name = 'torch'");

        assertThatThrownBy(() -> store(store -> store.delete("bob", id))).isInstanceOf(BuildNotFoundException.class);
        store(store -> store.delete("alice", id));

        store(store -> assertThat(store.of("alice")).isEmpty());
    }

    @Test
    void knowsTheSameRequestFromAReusedKey() {
        JobSummary job = start("alice", plan("torch", "1"));
        JobSummary other = job("alice");

        store(store -> store.requireSame(job.id(), plan("torch", "1")));
        assertThatThrownBy(() -> store(store -> store.requireSame(job.id(), plan("torch", "2"))))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> store(store -> store.requireSame(other.id(), plan("torch", "1"))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void forgetsWhoHasLeft() {
        start("alice", plan("torch", "1"));
        start("bob", plan("jax", "1"));

        transaction(own -> {
            BuildData data = new BuildData();
            data.builds = new BuildRepository(own);
            assertThat(data.count("alice")).isEqualTo(1);
            assertThat(data.part("alice", Optional.empty()).rows().toString()).contains("torch:1", "hello");
            data.forget("alice", "someone-1");
            return null;
        });

        assertThat(rows("SELECT owner FROM builds")).containsExactly("bob");
    }

    private void assertRefused(String key, String user, BuildPlan plan) {
        assertThatThrownBy(() -> start(user, plan))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(key);
    }
}
