package org.carme.faces.packages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.images.ImageComparison;
import org.carme.faces.images.ImageView;
import org.carme.packages.PackageService;
import org.carme.web.security.CurrentUser;

/** How the packages of the two versions differ that {@code image.xhtml} compares. */
@Named
@RequestScoped
public class PackageChangesView {
    @Inject
    PackageService packages;

    @Inject
    ImageView image;

    @Inject
    ImageComparison comparison;

    @Inject
    CurrentUser currentUser;

    private List<ChangeRow> rows;

    /** @return whether somebody has said of both what is inside */
    public boolean isKnown() {
        return isKnown(comparison.getFirst()) && isKnown(comparison.getSecond());
    }

    private boolean isKnown(String version) {
        return packages.contents(currentUser.getName(), image.getName(), version)
                .isPresent();
    }

    public List<ChangeRow> getRows() {
        if (rows == null) {
            rows =
                    packages
                            .compare(
                                    currentUser.getName(),
                                    image.getName(),
                                    comparison.getFirst(),
                                    comparison.getSecond())
                            .stream()
                            .map(ChangeRow::new)
                            .toList();
        }
        return rows;
    }
}
