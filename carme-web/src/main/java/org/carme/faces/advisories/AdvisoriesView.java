package org.carme.faces.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.advisories.AdvisorySearch;
import org.carme.advisories.AdvisoryService;
import org.carme.advisories.AdvisoryStatus;
import org.carme.images.ImageCatalogue;
import org.carme.images.VersionName;
import org.carme.web.security.CurrentUser;

/** Backs {@code advisories.xhtml}: which images an advisory concerns. */
@Named
@RequestScoped
public class AdvisoriesView {
    @Inject
    AdvisoryService advisories;

    @Inject
    ImageCatalogue images;

    @Inject
    CurrentUser currentUser;

    private String id;
    private String software;
    private AdvisorySearch search;
    private AdvisoryStatus status;

    /** Looks for what the address names. */
    public void load() {
        if (isGiven(id)) {
            search = advisories.named(currentUser.getName(), id);
        } else if (isGiven(software)) {
            search = advisories.about(currentUser.getName(), software);
        }
    }

    private static boolean isGiven(String typed) {
        return typed != null && !typed.isBlank();
    }

    public boolean isFilled() {
        return isGiven(id) || isGiven(software);
    }

    public boolean isManager() {
        return images.isManagedBy(currentUser.getName());
    }

    /** @return how old the findings are */
    public AdvisoryStatus getStatus() {
        if (status == null) {
            status = advisories.status();
        }
        return status;
    }

    /** @return when the check began whose findings are shown, 0 before the first one */
    public long getCheckedAt() {
        return getStatus()
                .shown()
                .map(check -> check.startedAt().toEpochMilli())
                .orElse(0L);
    }

    public boolean isSearched() {
        return search != null;
    }

    public List<FindingRow> getRows() {
        return search.uses().stream().map(FindingRow::new).toList();
    }

    public boolean isCut() {
        return search.isCut();
    }

    public List<VersionName> getImages() {
        return search.images();
    }

    public boolean isImagesCut() {
        return search.areImagesCut();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSoftware() {
        return software;
    }

    public void setSoftware(String software) {
        this.software = software;
    }
}
