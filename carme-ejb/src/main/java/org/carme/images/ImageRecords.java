package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.carme.audit.AuditPage;
import org.carme.audit.AuditService;

/** What has happened to an image and with it, for image managers. Every method refuses everybody else. */
@ApplicationScoped
public class ImageRecords {
    private static final int PART = 50;

    @Inject
    ImageManagers managers;

    @Inject
    AuditService audit;

    @Inject
    ImageUse use;

    /** @param cursor empty for the first part, else {@link AuditPage#next()} of the part before */
    public AuditPage history(String manager, String image, Optional<String> cursor) {
        managers.require(manager);
        return audit.ofObject(ImageStore.KIND, image, PART, cursor);
    }

    /** @return the newest 50 jobs that were started with it */
    public List<ImageUse.Start> starts(String manager, String image) {
        managers.require(manager);
        return use.latest(image, PART);
    }
}
