package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.images.ImageReference;
import org.carme.images.MadeVersions;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.jobs.StartRequest;
import org.carme.staging.StagedData;
import org.carme.templates.Template;

/**
 * Images of people's own: made by jobs of theirs, with their rights on the nodes (I2, I3). Whatever is refused for a start of a
 * job is refused here, too.
 */
@ApplicationScoped
public class BuildService {
    @Inject
    Builders builders;

    @Inject
    BuildSources sources;

    @Inject
    JobService jobs;

    @Inject
    BuildStore store;

    @Inject
    OfferNews news;

    /** What is asked of the start beside its task. */
    private record Terms(Optional<Duration> timeLimit, Optional<String> idempotencyKey) {
        static final Terms NONE = new Terms(Optional.empty(), Optional.empty());
    }

    /** @return whether the user may have images made here */
    public boolean mayBuild(String user) {
        return builders.include(user);
    }

    /**
     * Has a version made by a recipe.
     *
     * @throws BuildNotPermittedException if the user may not
     * @throws InvalidRequestException naming what is wrong; also if somebody makes that version already, or has the image
     */
    public BuildDetails start(String user, BuildRequest request) {
        builders.require(user);
        MadeVersions.checkNames(request.image(), request.version());
        BuildPlan plan = new BuildPlan(
                BuildKind.BUILD,
                builders.manage(user),
                sources.base(user, request.recipe().base()).withoutDigest(),
                request.image(),
                request.version(),
                sources.target(user, request.image(), request.version()),
                request.recipe().steps(),
                Optional.of(request.format()),
                request.text());
        return submit(user, plan, new Terms(request.timeLimit(), request.idempotencyKey()));
    }

    /**
     * Runs the entry points of a version in a copy of it that can be written to.
     *
     * @throws InvalidRequestException if its runtime cannot do that, or it is no folder
     */
    public BuildDetails sandbox(String user, String image, String version) {
        builders.require(user);
        BuildPlan.Source source = sources.folder(user, image, version).withoutDigest();
        sources.requireWritable(user, source);
        String target = sources.target(user, image, version);
        return submit(
                user, BuildPlan.of(BuildKind.SANDBOX, builders.manage(user), source, version, target), Terms.NONE);
    }

    /**
     * Copies the files of a version, so that they are the user's own: to a new version of the same image, or for the version
     * itself, if it is a draft.
     *
     * @param next the new version, or the same
     * @throws InvalidRequestException naming what is wrong
     */
    public BuildDetails copy(String user, String image, String version, String next) {
        builders.require(user);
        MadeVersions.checkNames(image, next);
        BuildPlan.Source source = sources.folder(user, image, version);
        if (next.equals(version)) {
            builders.requireMaster(user, image);
            if (!sources.isDraft(user, image, version)) {
                throw InvalidRequestException.about("version", "invalid-request.version-exists", image, version);
            }
        }
        String target = sources.target(user, image, next);
        return submit(user, BuildPlan.of(BuildKind.COPY, builders.manage(user), source, next, target), Terms.NONE);
    }

    /**
     * Makes a version of what a sandbox of the user's has become.
     *
     * @throws BuildConflictException while the sandbox runs
     * @throws BuildNotFoundException if it is no sandbox of his, or nothing has come of it
     */
    public BuildDetails promote(String user, long sandbox, String image, String version) {
        builders.require(user);
        MadeVersions.checkNames(image, version);
        BuildSummary from = store.own(user, sandbox).summary();
        if (from.kind() != BuildKind.SANDBOX || from.state() != BuildState.DONE) {
            throw new BuildNotFoundException(sandbox);
        }
        if (from.jobState() != JobState.ENDED) {
            throw BuildConflictException.running();
        }
        if (from.image().equals(image) && from.version().equals(version)) {
            throw InvalidRequestException.about("version", "invalid-request.version-exists", image, version);
        }
        BuildPlan.Source source = new BuildPlan.Source(from.image(), from.version(), from.location(), Optional.empty());
        String target = sources.target(user, image, version);
        BuildPlan plan = new BuildPlan(
                BuildKind.COPY, builders.manage(user), source, image, version, target, List.of(), Optional.empty(), "");
        return submit(user, plan, Terms.NONE);
    }

    /**
     * Finds out what is inside a version.
     *
     * @throws BuildNotPermittedException if the user neither manages images nor owns this one, or it is his and approved
     */
    public BuildDetails inventory(String user, String image, String version) {
        builders.requireMaster(user, image);
        if (!builders.manage(user) && !sources.isDraft(user, image, version)) {
            throw BuildNotPermittedException.notForHim();
        }
        BuildPlan.Source source = sources.any(user, image, version);
        return submit(user, BuildPlan.of(BuildKind.INVENTORY, builders.manage(user), source, version, ""), Terms.NONE);
    }

    private BuildDetails submit(String user, BuildPlan plan, Terms terms) {
        StartRequest start = new StartRequest(
                builders.requireTemplate(),
                Optional.empty(),
                Optional.of(Template.CPU),
                0,
                1,
                plan.source().name(),
                Optional.of(ImageReference.text(plan.image(), plan.version())),
                terms.timeLimit(),
                StagedData.NONE,
                terms.idempotencyKey());
        JobSummary job = jobs.submit(user, start, started -> store.add(started, plan));
        store.requireSame(job.id(), plan);
        return store.own(user, job.id().value());
    }

    /** @throws BuildNotFoundException if there is none of that number, or it is somebody else's and he manages no images */
    public BuildDetails get(String user, long id) {
        return builders.manage(user) ? store.any(id) : store.own(user, id);
    }

    /** @return newest first */
    public List<BuildSummary> own(String user) {
        return store.of(user);
    }

    /**
     * Everybody's.
     *
     * @return newest first, at most 200
     * @throws org.carme.images.NotImageManagerException if the user is none
     */
    public List<BuildSummary> all(String manager) {
        builders.requireManager(manager);
        return store.all();
    }

    /**
     * Those whose versions wait for approval.
     *
     * @return the longest waiting first
     * @throws org.carme.images.NotImageManagerException if the user is none
     */
    public List<BuildSummary> offered(String manager) {
        builders.requireManager(manager);
        return store.offered();
    }

    /** @return in whose folder the files at that location are, so that they are his; empty if in nobody's */
    public Optional<String> makerOf(String location) {
        return sources.makerOf(location);
    }

    /** Stops it; of one that is over: nothing to do. */
    public void cancel(String user, long id) {
        jobs.cancel(user, new JobId(store.own(user, id).summary().id()));
    }

    /**
     * Asks image managers to approve the version that it has made.
     *
     * @throws BuildConflictException unless it has made one that is still a draft
     */
    public BuildDetails offer(String user, long id) {
        boolean isNew = Retry.onConflict(() -> store.offer(user, id));
        BuildDetails offered = store.own(user, id);
        if (isNew) {
            news.tell(offered.summary());
        }
        return offered;
    }

    /**
     * Forgets a build of the user's that has ended. Its files are his, and stay.
     *
     * @throws BuildConflictException while its job runs, or there is a version with its files
     */
    public void delete(String user, long id) {
        Retry.onConflict(() -> store.delete(user, id));
    }
}
