package org.carme.faces.images;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.agents.EntryPointCatalogue;
import org.carme.agents.EntryPointDeclaration;
import org.carme.images.ImageAdministration;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageVersionDetails;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.VersionSpec;
import org.carme.images.VersionState;
import org.carme.web.security.CurrentUser;

/** Backs {@code image-version.xhtml}: a version, a new one, or a draft made from another one. */
@Named
@ViewScoped
public class VersionEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ImageCatalogue images;

    @Inject
    ImageAdministration administration;

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    EntryPointCatalogue entryPoints;

    @Inject
    CurrentUser currentUser;

    private final VersionForm form = new VersionForm();
    private String image = "";
    private String edited;
    private String copyOf;
    private long revision;
    private String title;
    private VersionState state = VersionState.DRAFT;

    /** @throws org.carme.images.ImageNotFoundException if there is no such image or version */
    public void load() {
        administration.require(currentUser.getName());
        String shown = edited == null ? copyOf : edited;
        if (shown != null) {
            ImageVersionDetails version = images.version(currentUser.getName(), image, shown);
            form.fill(version.spec());
            revision = version.revision();
            state = edited == null ? VersionState.DRAFT : version.state();
        }
        if (edited == null) {
            form.setName("");
        }
        title = images.get(currentUser.getName(), image).profile().title();
    }

    public String save() {
        VersionSpec wanted = form.spec(
                Optional.ofNullable(isDraft() ? null : present().spec().content()));
        if (edited == null) {
            administration.addVersion(currentUser.getName(), image, wanted);
        } else {
            administration.changeVersion(currentUser.getName(), image, wanted, revision);
        }
        return ImageEditor.page(image, "versions");
    }

    private ImageVersionDetails present() {
        return images.version(currentUser.getName(), image, edited);
    }

    /** Flags of another runtime mean nothing. */
    public void runtimeChosen() {
        form.getFlags().clear();
    }

    /** @return the flags of the chosen runtime: titles by name */
    public Map<String, String> getFlags() {
        Map<String, String> titles = new LinkedHashMap<>();
        runtime().ifPresent(chosen -> chosen.flags().forEach((name, flag) -> titles.put(name, flag.title())));
        return titles;
    }

    /** @return whether the chosen runtime has images at all */
    public boolean isContained() {
        return runtime().filter(chosen -> !chosen.isNone()).isPresent();
    }

    private Optional<RuntimeDeclaration> runtime() {
        return runtimes.find(form.getRuntime());
    }

    /** @return what is declared, and what the version offers of what was: titles by name */
    public Map<String, String> getEntryPoints() {
        Map<String, String> titles = new LinkedHashMap<>();
        entryPoints.declarations().stream()
                .sorted(Comparator.comparing(EntryPointDeclaration::title))
                .forEach(entry -> titles.put(entry.name(), entry.title()));
        form.getEntryPoints().forEach(name -> titles.putIfAbsent(name, name));
        return titles;
    }

    public List<RuntimeDeclaration> getRuntimes() {
        return runtimes.declarations();
    }

    /** @return whether all of it can be changed */
    public boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    public boolean isNew() {
        return edited == null;
    }

    /** @return the image's, null if there is nothing to edit */
    public String getTitle() {
        return title;
    }

    /** @return the version as it is, where it is no draft */
    public VersionRow getRow() {
        return new VersionRow(present(), false);
    }

    public VersionForm getForm() {
        return form;
    }

    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = image == null ? "" : image;
    }

    /** @return the version's name, null for a new one */
    public String getEdited() {
        return edited;
    }

    public void setEdited(String edited) {
        this.edited = edited;
    }

    public String getCopyOf() {
        return copyOf;
    }

    public void setCopyOf(String copyOf) {
        this.copyOf = copyOf;
    }
}
