package org.carme.faces.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carme.advisories.AdvisoryCounts;
import org.carme.advisories.AdvisoryService;
import org.carme.advisories.Severity;
import org.carme.images.ImageReference;
import org.carme.web.security.CurrentUser;

/** How many advisories concern each version, for tables of images and versions. */
@Named
@RequestScoped
public class AdvisoryCountsView {
    @Inject
    AdvisoryService advisories;

    @Inject
    CurrentUser currentUser;

    private Map<String, AdvisoryCounts> counts;

    /**
     * The urgent ones of a version.
     *
     * @param images all of the table, of which the first call finds them
     */
    public List<CountLook> urgent(Collection<String> images, String image, String version) {
        if (counts == null) {
            counts = advisories.counts(currentUser.getName(), images);
        }
        AdvisoryCounts found = counts.getOrDefault(ImageReference.text(image, version), AdvisoryCounts.NONE);
        return CountLook.of(found).stream()
                .filter(look -> look.severity().compareTo(Severity.HIGH) >= 0)
                .toList();
    }
}
