package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationFile;

/** The transactions of images: each change is checked, kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ImageStore {
    static final String KIND = "image";

    @Inject
    ImageRepository images;

    @Inject
    ImageUse use;

    @Inject
    ImageOffers offers;

    @Inject
    AuditService audit;

    void create(String manager, ImageProfile profile) {
        if (images.find(profile.name()).isPresent()) {
            throw InvalidRequestException.about("name", "invalid-request.image-exists", profile.name());
        }
        images.add(new Image(profile, manager));
        note(manager, AuditAction.IMAGE_CREATED, profile.name(), "");
    }

    void change(String manager, ImageProfile profile, long revision) {
        Image image = locked(profile.name(), revision);
        String difference = ConfigurationFile.difference(ImageFields.of(image.profile()), ImageFields.of(profile));
        if (!difference.isEmpty()) {
            image.describe(profile);
            images.flush();
            note(manager, AuditAction.IMAGE_CHANGED, profile.name(), difference);
        }
    }

    void delete(String manager, String name, long revision) {
        Image image = locked(name, revision);
        List<String> templates = offers.templatesWith(name);
        if (!templates.isEmpty()) {
            throw ImageConflictException.offeredBy(String.join(", ", templates));
        }
        List<ImageVersion> versions = images.lockVersions(name);
        long jobs = use.ofVersions(name).values().stream()
                .mapToLong(ImageUse.Jobs::ever)
                .sum();
        if (jobs > 0) {
            throw ImageConflictException.usedByJobs(jobs);
        }
        versions.forEach(images::remove);
        images.remove(image);
        note(manager, AuditAction.IMAGE_DELETED, name, "");
    }

    private Image locked(String name, long revision) {
        Image image = images.lock(name).orElseThrow(() -> new ImageNotFoundException(name));
        if (image.revision() != revision) {
            throw audit.changedMeanwhile(KIND, name);
        }
        return image;
    }

    private void note(String manager, AuditAction action, String name, String detail) {
        audit.record(event(manager, action, name, detail));
    }

    static AuditEvent event(String manager, AuditAction action, String image, String detail) {
        return new AuditEvent(action, manager, "", new AuditObject(KIND, image, image), detail);
    }
}
