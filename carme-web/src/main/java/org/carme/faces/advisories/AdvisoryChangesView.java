package org.carme.faces.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.advisories.AdvisoryChange;
import org.carme.advisories.AdvisoryService;
import org.carme.faces.images.ImageComparison;
import org.carme.faces.images.ImageView;
import org.carme.web.security.CurrentUser;

/** Which advisories concern only one of the two versions that {@code image.xhtml} compares. */
@Named
@RequestScoped
public class AdvisoryChangesView {
    private static final int MOST = 100;

    @Inject
    AdvisoryService advisories;

    @Inject
    ImageView image;

    @Inject
    ImageComparison comparison;

    @Inject
    CurrentUser currentUser;

    private List<AdvisoryChange> changes;

    /** @return whether a check has looked at both */
    public boolean isKnown() {
        return isChecked(comparison.getFirst()) && isChecked(comparison.getSecond());
    }

    private boolean isChecked(String version) {
        return advisories
                .checkedAt(currentUser.getName(), image.getName(), version)
                .isPresent();
    }

    private List<AdvisoryChange> changes() {
        if (changes == null) {
            changes = advisories.compare(
                    currentUser.getName(), image.getName(), comparison.getFirst(), comparison.getSecond());
        }
        return changes;
    }

    /** @return those that came, at most a hundred */
    public List<AdvisoryRow> getCame() {
        return rows(true);
    }

    /** @return those that went, at most a hundred */
    public List<AdvisoryRow> getGone() {
        return rows(false);
    }

    private List<AdvisoryRow> rows(boolean areNew) {
        return changes().stream()
                .filter(change -> change.isNew() == areNew)
                .limit(MOST)
                .map(change -> new AdvisoryRow(change.advisory()))
                .toList();
    }

    public long getCameCount() {
        return changes().stream().filter(AdvisoryChange::isNew).count();
    }

    public long getGoneCount() {
        return changes().size() - getCameCount();
    }
}
