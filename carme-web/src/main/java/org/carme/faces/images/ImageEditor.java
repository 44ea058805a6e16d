package org.carme.faces.images;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carme.images.ImageAdministration;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageDetails;
import org.carme.images.ImageProfile;
import org.carme.markdown.Markdown;
import org.carme.web.security.CurrentUser;

/** Backs {@code image-edit.xhtml}: what is said about an image, or a new one. */
@Named
@ViewScoped
public class ImageEditor implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Markdown MARKDOWN = Markdown.ofPeople();

    @Inject
    ImageCatalogue images;

    @Inject
    ImageAdministration administration;

    @Inject
    CurrentUser currentUser;

    private final ImageForm form = new ImageForm();
    private String image;
    private long revision;
    private boolean loaded;

    /** @throws org.carme.images.NotImageManagerException if the user is none */
    public void load() {
        administration.require(currentUser.getName());
        if (image != null) {
            ImageDetails details = images.get(currentUser.getName(), image);
            form.fill(details.profile());
            revision = details.revision();
        }
        loaded = true;
    }

    public String save() {
        ImageProfile wanted = form.profile();
        if (image == null) {
            administration.create(currentUser.getName(), wanted);
        } else {
            administration.change(currentUser.getName(), wanted, revision);
        }
        return page(wanted.name(), "about");
    }

    /** @return the outcome that shows an image */
    static String page(String name, String tab) {
        return "/image?faces-redirect=true&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&tab=" + tab;
    }

    /** @return the description as readers will see it */
    public String getPreview() {
        return form.getDescription() == null ? "" : MARKDOWN.html(form.getDescription());
    }

    /** @return whether there is something to edit */
    public boolean isLoaded() {
        return loaded;
    }

    public boolean isNew() {
        return image == null;
    }

    public ImageForm getForm() {
        return form;
    }

    /** @return its name, null for a new one */
    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = image;
    }
}
