package org.carme.faces.builds;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.builds.BuildService;
import org.carme.builds.BuildSummary;
import org.carme.images.ImageCatalogue;
import org.carme.web.security.CurrentUser;

/** Backs {@code builds.xhtml}: what I have had made; for image managers also what waits for them, and everybody's. */
@Named
@RequestScoped
public class BuildsView {
    private static final List<String> OF_MANAGERS = List.of("own", "offered", "all");

    @Inject
    BuildService builds;

    @Inject
    ImageCatalogue images;

    @Inject
    CurrentUser currentUser;

    private String show;
    private List<BuildRow> rows;

    public List<BuildRow> getRows() {
        if (rows == null) {
            rows = found().stream().map(BuildRow::new).toList();
        }
        return rows;
    }

    private List<BuildSummary> found() {
        String user = currentUser.getName();
        return switch (getShow()) {
            case "offered" -> builds.offered(user);
            case "all" -> builds.all(user);
            default -> builds.own(user);
        };
    }

    /** @return the lists that the reader may see; one alone needs no choice */
    public List<String> getLists() {
        return images.isManagedBy(currentUser.getName()) ? OF_MANAGERS : OF_MANAGERS.subList(0, 1);
    }

    /** @return the list that is chosen, else the first */
    public String getShow() {
        return show != null && getLists().contains(show) ? show : OF_MANAGERS.get(0);
    }

    public void setShow(String show) {
        this.show = show;
    }

    public boolean isOwn() {
        return getShow().equals(OF_MANAGERS.get(0));
    }

    /** @return whether the reader may have images made */
    public boolean isAllowed() {
        return builds.mayBuild(currentUser.getName());
    }
}
