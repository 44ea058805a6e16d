package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.images.ImageReference;
import org.carme.images.MadeVersions;
import org.carme.images.VersionName;
import org.carme.jobs.JobId;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobSummary;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;
import org.carme.packages.FoundContents;

/** How builds come on, each step a transaction: what agents say, and the end of jobs. A build ends once. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BuildProgress {
    @Inject
    BuildRepository builds;

    @Inject
    MadeVersions versions;

    @Inject
    FoundContents contents;

    @Inject
    MessageService messages;

    @Inject
    Clock clock;

    /** @return empty if the job has no task */
    Optional<Build> find(JobId job) {
        return builds.find(job);
    }

    /** Takes what the agent says of the task. The same may come again, and what comes after the end changes nothing. */
    TaskPhase take(JobId job, TaskReport report, ServicesTried tried) {
        Optional<Build> found = builds.lock(job);
        found.filter(build -> !build.isOver()).ifPresent(build -> {
            build.progress(report);
            if (report.state() == TaskReport.State.FAILED) {
                fail(build, BuildFailure.STEP, report.detail());
            } else if (report.state() == TaskReport.State.DONE) {
                made(build, tried);
            }
        });
        return found.map(Build::phase).orElse(TaskPhase.SERVICES);
    }

    /** The task is done; a version is also tried. */
    private void made(Build build, ServicesTried tried) {
        if (build.kind() == BuildKind.BUILD && !tried.isSettled()) {
            return;
        }
        if (build.kind() == BuildKind.BUILD && !tried.failures().isEmpty()) {
            fail(build, BuildFailure.ENTRY_POINTS, tried.failures());
        } else if (build.kind().makesVersion() && build.result().isEmpty()) {
            fail(build, BuildFailure.STEP, "");
        } else if (build.kind().makesVersion() && !keep(build)) {
            fail(build, BuildFailure.CONFLICT, "");
        } else if (build.kind() == BuildKind.INVENTORY && !maySay(build)) {
            fail(build, BuildFailure.CONFLICT, "");
        } else {
            sayWhatIsInside(build);
            build.done(clock.instant());
            if (build.kind() != BuildKind.SANDBOX) {
                tell(build, Kind.SUCCESS, "build-done." + build.kind().name());
            }
        }
    }

    /** What is inside of what managers have approved, only they say. */
    private boolean maySay(Build build) {
        return build.isByManager() || versions.lockDraft(ImageReference.of(build.makes()));
    }

    private boolean keep(Build build) {
        MadeVersions.Maker maker = new MadeVersions.Maker(build.owner(), build.isByManager());
        TaskReport.Result result = build.result().orElseThrow();
        MadeVersions.Files files = new MadeVersions.Files(build.location(), result.digest(), result.bytes());
        BuildPlan.Source source = build.source();
        ImageReference made = ImageReference.of(build.makes());
        Optional<VersionName> kept = build.isMove()
                ? versions.move(maker, made, source.location(), files)
                : versions.add(maker, ImageReference.of(source.name()), made, files);
        kept.ifPresent(build::made);
        return kept.isPresent();
    }

    private void sayWhatIsInside(Build build) {
        builds.contents(build.job()).ifPresent(document -> {
            if (build.kind() != BuildKind.SANDBOX) {
                contents.keep(build.owner(), versions.name(ImageReference.of(build.makes())), document);
            }
            builds.removeContents(build.job());
        });
    }

    private void fail(Build build, BuildFailure why, String detail) {
        build.failed(why, detail, clock.instant());
        tell(build, Kind.ERROR, "build-failed." + why.name());
    }

    private void tell(Build build, Kind kind, String key) {
        messages.tell(build.owner(), kind, key, new MessageService.Topic(build.job(), build.makes(), build.detail()));
    }

    /** @param compressed as {@link FoundContents#check} has returned it */
    void keepContents(JobId job, byte[] compressed) {
        builds.lock(job)
                .filter(build -> !build.isOver())
                .ifPresent(build -> builds.keepContents(build.job(), compressed));
    }

    /** Some jobs have ended, in this transaction: nothing more will be said of those that were builds. */
    @Transactional(Transactional.TxType.MANDATORY)
    void ended(List<JobSummary> jobs) {
        Map<Long, JobSummary> byId =
                jobs.stream().collect(Collectors.toMap(job -> job.id().value(), Function.identity()));
        builds.lock(byId.keySet()).stream()
                .filter(build -> !build.isOver())
                .forEach(build -> end(build, byId.get(build.job())));
    }

    private void end(Build build, JobSummary job) {
        builds.removeContents(build.job());
        if (job.outcome().filter(JobOutcome.CANCELLED::equals).isPresent()) {
            build.cancelled(clock.instant());
        } else {
            fail(build, BuildFailure.JOB_ENDED, job.reason());
        }
    }
}
