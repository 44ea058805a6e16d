package org.carme.faces.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageCatalogue.Difference;
import org.carme.images.ImageVersionDetails;
import org.carme.web.security.CurrentUser;

/** Two versions of the image of {@code image.xhtml} side by side. */
@Named
@RequestScoped
public class ImageComparison {
    @Inject
    ImageCatalogue images;

    @Inject
    ImageView image;

    @Inject
    CurrentUser currentUser;

    private String first;
    private String second;

    /** @return the one chosen, else the last but one */
    public String getFirst() {
        return first == null ? version(1) : first;
    }

    /** @return the one chosen, else the newest */
    public String getSecond() {
        return second == null ? version(0) : second;
    }

    private String version(int place) {
        List<ImageVersionDetails> versions = image.getDetails().versions();
        return versions.get(Math.min(place, versions.size() - 1)).name();
    }

    /** @return every field, in the order in which people read them */
    public List<Difference> getFields() {
        return images.compare(currentUser.getName(), image.getName(), getFirst(), getSecond());
    }

    public void setFirst(String first) {
        this.first = first;
    }

    public void setSecond(String second) {
        this.second = second;
    }
}
