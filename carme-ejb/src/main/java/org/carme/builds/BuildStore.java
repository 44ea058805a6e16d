package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageReference;
import org.carme.images.MadeVersions;
import org.carme.images.VersionState;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** The transactions of what people do with builds: whose it is, is decided here. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BuildStore {
    private static final int MOST = 200;

    @Inject
    BuildRepository builds;

    @Inject
    MadeVersions versions;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Keeps it with its job, in the transaction of the start.
     *
     * @throws InvalidRequestException if somebody makes that version already, has made it, or has the image
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(JobSummary job, BuildPlan plan) {
        if (plan.kind().makesVersion() && !plan.isMove()) {
            MadeVersions.Maker maker = new MadeVersions.Maker(job.owner(), plan.byManager());
            ImageReference base = ImageReference.of(plan.source().name());
            versions.refusal(maker, base, plan.image(), plan.version()).ifPresent(refusal -> {
                throw refusal;
            });
        }
        Build build = new Build(job, plan, clock.instant());
        build.reserved().filter(builds::isReserved).ifPresent(version -> {
            throw InvalidRequestException.about("version", "invalid-request.version-building", version);
        });
        builds.add(build);
    }

    /** @throws InvalidRequestException if the job was started for something else with the same key */
    void requireSame(JobId job, BuildPlan plan) {
        if (builds.find(job).filter(build -> build.isOf(plan)).isEmpty()) {
            throw new InvalidRequestException("invalid-request.idempotency-key-reused");
        }
    }

    /** @throws BuildNotFoundException also if it is somebody else's */
    BuildDetails own(String user, long id) {
        BuildDetails build = any(id);
        if (!build.summary().owner().equals(user)) {
            throw new BuildNotFoundException(id);
        }
        return build;
    }

    BuildDetails any(long id) {
        return builds.details(id).orElseThrow(() -> new BuildNotFoundException(id));
    }

    /** @return newest first, at most 200 */
    List<BuildSummary> of(String owner) {
        return builds.of(owner, MOST);
    }

    /** @return newest first, at most 200 */
    List<BuildSummary> all() {
        return builds.all(MOST);
    }

    /** @return at most 200 */
    List<BuildSummary> offered() {
        return builds.offered(MOST);
    }

    /**
     * Offers its version.
     *
     * @return false if that was done before
     * @throws BuildConflictException unless it has made a version that is still a draft
     */
    boolean offer(String user, long id) {
        Build build = locked(user, id);
        boolean isDraft = build.kind().makesVersion()
                && build.state() == BuildState.DONE
                && any(id).summary()
                        .versionState()
                        .filter(VersionState.DRAFT::equals)
                        .isPresent();
        if (!isDraft) {
            throw BuildConflictException.notOffered();
        }
        if (build.isOffered()) {
            return false;
        }
        build.offer(clock.instant());
        audit.record(new AuditEvent(
                AuditAction.IMAGE_VERSION_OFFERED,
                user,
                user,
                new AuditObject("image", build.image(), build.image()),
                build.imageVersion()));
        return true;
    }

    /** @throws BuildConflictException while it runs, or there is a version with its files */
    void delete(String user, long id) {
        Build build = locked(user, id);
        if (any(id).summary().jobState() != JobState.ENDED) {
            throw BuildConflictException.running();
        }
        versions.at(build.location())
                .filter(made -> !build.location().isEmpty())
                .ifPresent(made -> {
                    throw BuildConflictException.usedBy(made.text());
                });
        audit.record(AuditEvent.own(
                AuditAction.IMAGE_BUILD_DELETED,
                user,
                new AuditObject("job", Long.toString(id), build.makes()),
                build.location()));
        builds.remove(build);
    }

    private Build locked(String user, long id) {
        return builds.lock(new JobId(id))
                .filter(build -> build.belongsTo(user))
                .orElseThrow(() -> new BuildNotFoundException(id));
    }
}
