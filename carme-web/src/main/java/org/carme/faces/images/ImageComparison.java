package org.carme.faces.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageCatalogue.Difference;
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
        return chosen(first, 1);
    }

    /** @return the one chosen, else the newest */
    public String getSecond() {
        return chosen(second, 0);
    }

    /** @return the chosen versions that this image does not have; to be asked before anything else */
    public List<String> getMissing() {
        return Stream.of(getFirst(), getSecond())
                .filter(version -> !image.hasVersion(version))
                .distinct()
                .toList();
    }

    private String chosen(String version, int otherwise) {
        if (version != null || !image.getTabs().contains("compare")) {
            return version;
        }
        return image.getDetails().versions().get(otherwise).name();
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
