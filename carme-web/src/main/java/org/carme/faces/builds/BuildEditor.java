package org.carme.faces.builds;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildService;
import org.carme.builds.RecipeFormat;
import org.carme.common.Secrets;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageQuery;
import org.carme.images.ImageSummary;
import org.carme.web.security.CurrentUser;

/** Backs {@code build-new.xhtml}: what an image is to be made of. */
@Named
@ViewScoped
public class BuildEditor implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_FILES = 10;

    @Inject
    BuildService builds;

    @Inject
    ImageCatalogue images;

    @Inject
    CurrentUser currentUser;

    private final BuildForm form = new BuildForm();
    /** A second press starts no second build. */
    private final String key = Secrets.random();

    private Long again;
    private transient List<String> bases;

    /** Begins with what an earlier build was asked for, if the address names one. */
    public void load() {
        if (again != null) {
            BuildDetails earlier = builds.get(currentUser.getName(), again);
            form.fill(earlier);
        }
    }

    public String save() {
        BuildDetails started = builds.start(currentUser.getName(), form.request(key));
        return BuildView.page(started.summary().id());
    }

    public void addFile() {
        if (form.getFiles().size() < MOST_FILES) {
            form.getFiles().add(new BuildForm.FileForm());
        }
    }

    public void removeFile(BuildForm.FileForm file) {
        form.getFiles().remove(file);
    }

    public boolean isFull() {
        return form.getFiles().size() >= MOST_FILES;
    }

    /** @return what may be a base, by name; those beyond the first ones can be typed */
    public List<String> getBases() {
        if (bases == null) {
            bases = images.list(currentUser.getName(), ImageQuery.ALL).rows().stream()
                    .flatMap(image -> image.current().stream().map(version -> reference(image, version)))
                    .toList();
        }
        return bases;
    }

    private static String reference(ImageSummary image, ImageSummary.Version version) {
        return image.profile().name() + ":" + version.name();
    }

    public RecipeFormat[] getFormats() {
        return RecipeFormat.values();
    }

    public boolean isAllowed() {
        return builds.mayBuild(currentUser.getName());
    }

    public BuildForm getForm() {
        return form;
    }

    public Long getAgain() {
        return again;
    }

    /** @param again the number of an earlier build */
    public void setAgain(Long again) {
        this.again = again;
    }

    /** @return the image that is asked for in the address */
    public String getBase() {
        return form.getBase();
    }

    public void setBase(String base) {
        form.setBase(Optional.ofNullable(base).orElse(""));
    }
}
