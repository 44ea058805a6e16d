package org.carme.faces.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.faces.layout.Texts;
import org.carme.imports.FilesMark;
import org.carme.imports.VersionFiles;
import org.carme.web.security.CurrentUser;

/** The marks of versions whose files are not as they were registered, on the pages of images. */
@Named
@RequestScoped
public class ImageFilesView {
    @Inject
    VersionFiles files;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private List<FilesMark> ofImage;
    private Set<String> marked;

    /** @return when the version's files were missed first, 0 if they are there */
    public long missingSince(String image, String version) {
        return since(image, version, FilesMark::missingSince);
    }

    /** @return when other files were seen first, 0 if they are as they were */
    public long changedSince(String image, String version) {
        return since(image, version, FilesMark::changedSince);
    }

    private long since(String image, String version, Function<FilesMark, Optional<Instant>> time) {
        return ofImage(image).stream()
                .filter(mark -> mark.version().equals(version))
                .findFirst()
                .flatMap(time)
                .map(Instant::toEpochMilli)
                .orElse(0L);
    }

    private List<FilesMark> ofImage(String image) {
        if (ofImage == null) {
            ofImage = files.marks(currentUser.getName(), image);
        }
        return ofImage;
    }

    /** @return whether a version of the image is marked; for image managers */
    public boolean isMarked(String image) {
        if (marked == null) {
            marked = files.marks(currentUser.getName()).stream()
                    .map(FilesMark::image)
                    .collect(Collectors.toSet());
        }
        return marked.contains(image);
    }

    /** Takes the files as they are for those of the version. */
    public void accept(String image, String version) {
        files.accept(currentUser.getName(), image, version);
        ofImage = null;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text("imports.accepted", version)));
    }
}
