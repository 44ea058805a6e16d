package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationFile;

/** The transactions of versions: each change is checked, kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class VersionStore {
    @Inject
    ImageRepository images;

    @Inject
    ImageUse use;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Makes a draft. */
    void add(String manager, String image, VersionSpec spec) {
        if (images.lock(image).isEmpty()) {
            throw new ImageNotFoundException(image);
        }
        if (images.version(image, spec.name()).isPresent()) {
            throw InvalidRequestException.about("version", "invalid-request.version-exists", image, spec.name());
        }
        ImageVersion version = new ImageVersion(image, spec, manager, clock.instant());
        images.add(version);
        note(manager, AuditAction.IMAGE_VERSION_CREATED, version, "");
    }

    void change(String manager, String image, VersionSpec spec, long revision) {
        ImageVersion version = locked(image, spec.name(), revision);
        VersionSpec before = version.spec();
        if (version.state() != VersionState.DRAFT && !before.content().equals(spec.content())) {
            throw ImageConflictException.fixed();
        }
        String difference = ConfigurationFile.difference(ImageFields.of(before), ImageFields.of(spec));
        if (!difference.isEmpty()) {
            version.describe(spec);
            images.flush();
            note(manager, AuditAction.IMAGE_VERSION_CHANGED, version, difference);
        }
    }

    void move(String manager, String image, String name, VersionState next, long revision) {
        ImageVersion version = locked(image, name, revision);
        AuditAction step = VersionLifecycle.step(version.state(), next);
        version.become(next, manager, clock.instant());
        images.flush();
        note(manager, step, version, "");
    }

    void delete(String manager, String image, String name, long revision) {
        ImageVersion version = locked(image, name, revision);
        long jobs = use.ofVersions(image).getOrDefault(name, ImageUse.Jobs.NONE).ever();
        if (jobs > 0) {
            throw ImageConflictException.usedByJobs(jobs);
        }
        images.remove(version);
        note(manager, AuditAction.IMAGE_VERSION_DELETED, version, "");
    }

    private ImageVersion locked(String image, String name, long revision) {
        ImageVersion version = images.lockVersion(image, name)
                .orElseThrow(() -> new ImageNotFoundException(ImageReference.text(image, name)));
        if (version.revision() != revision) {
            throw audit.changedMeanwhile(ImageStore.KIND, image);
        }
        return version;
    }

    private void note(String manager, AuditAction action, ImageVersion version, String detail) {
        String told = detail.isEmpty() ? version.name() : version.name() + ": " + detail;
        audit.record(ImageStore.event(manager, action, version.image(), told));
    }
}
