package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.users.GroupReferences;

/** The groups that may use images. */
@ApplicationScoped
class ImageGroups implements GroupReferences {
    private static final int PLACE = 4;

    @Inject
    ImageRepository images;

    @Inject
    AuditService audit;

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void rename(String admin, String before, String now) {
        images.lockAllOf(before).forEach(image -> {
            image.renameGroup(before, now);
            audit.record(ImageStore.event(
                    admin, AuditAction.IMAGE_CHANGED, image.name(), "groups: " + before + " → " + now));
        });
    }
}
