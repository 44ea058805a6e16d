package org.carme.faces.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.images.ImageRecords;
import org.carme.images.ImageUse;
import org.carme.web.security.CurrentUser;

/** The newest jobs of the image of {@code image.xhtml}. */
@Named
@RequestScoped
public class ImageRecordsView {
    @Inject
    ImageRecords records;

    @Inject
    ImageView image;

    @Inject
    CurrentUser currentUser;

    private List<ImageUse.Start> jobs;

    public List<ImageUse.Start> getJobs() {
        if (jobs == null) {
            jobs = records.starts(currentUser.getName(), image.getName());
        }
        return jobs;
    }
}
