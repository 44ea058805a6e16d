package org.carme.faces.packages;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.faces.images.ImageView;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Texts;
import org.carme.images.ImageDetails;
import org.carme.packages.Contents;
import org.carme.packages.PackageService;
import org.carme.packages.SoftwarePackage;
import org.carme.web.security.CurrentUser;

/** Backs the packages of {@code image.xhtml}: what is inside one version. */
@Named
@ViewScoped
public class InsideView implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What stands in an address, and may have been typed. */
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}");

    @Inject
    PackageService packages;

    @Inject
    ImageView shown;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private String image;
    private String version;
    private String find;
    private String from;
    private String file;
    private String expected;
    private transient Part upload;
    private transient Optional<Contents> contents;
    private transient org.carme.common.Part<SoftwarePackage> part;

    /** Chooses the version, and sends the document instead of the page where that is asked for. */
    public void load(ImageDetails details) throws IOException {
        image = details.profile().name();
        version = shown.chosen(version);
        expected = details.versions().stream()
                .filter(one -> one.name().equals(version))
                .findFirst()
                .flatMap(one -> one.spec().content().digest())
                .orElse("");
        if ("cyclonedx".equals(file) && version != null) {
            send();
        }
    }

    private void send() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext response = context.getExternalContext();
        try (InputStream document = packages.document(currentUser.getName(), image, version)) {
            response.setResponseContentType("application/vnd.cyclonedx+json");
            response.setResponseHeader(
                    "Content-Disposition", "attachment; filename=\"" + image + "-" + version + ".cdx.json\"");
            document.transferTo(response.getResponseOutputStream());
        }
        context.responseComplete();
    }

    /** Takes the chosen file for what is inside. */
    public void take() throws IOException {
        if (upload == null) {
            throw InvalidRequestException.about("file", "invalid-request.file-empty");
        }
        try (InputStream document = upload.getInputStream()) {
            Contents taken = packages.take(currentUser.getName(), image, version, document);
            FacesContext.getCurrentInstance()
                    .addMessage(
                            null, new FacesMessage(texts.text("packages.taken", taken.packages(), taken.nameless())));
        }
        contents = null;
        part = null;
    }

    private Optional<Contents> contents() {
        if (contents == null) {
            contents = version == null ? Optional.empty() : packages.contents(currentUser.getName(), image, version);
        }
        return contents;
    }

    /** @return null if nobody has said what is inside */
    public Contents getContents() {
        return contents().orElse(null);
    }

    /** @return in words, how many components are no packages here */
    public String getNameless() {
        return texts.text("packages.nameless", getContents().nameless());
    }

    /** @return bytes of all files, 0 if that is not known */
    public long getBytes() {
        return contents().map(known -> known.bytes().orElse(0)).orElse(0L);
    }

    /** @return whether the files are others than those that were registered */
    public boolean isChanged() {
        return contents()
                .flatMap(Contents::digest)
                .filter(digest -> !expected.isEmpty() && !digest.equals(expected))
                .isPresent();
    }

    public List<PackageRow> getRows() {
        return getPart().rows().stream().map(PackageRow::new).toList();
    }

    public org.carme.common.Part<SoftwarePackage> getPart() {
        if (part == null) {
            part = packages.inside(
                    currentUser.getName(),
                    image,
                    version,
                    find == null ? "" : find,
                    Optional.ofNullable(from)
                            .filter(place -> PLACE.matcher(place).matches()));
        }
        return part;
    }

    /** @return what is shown as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", image);
        values.put("tab", "packages");
        values.put("version", version);
        values.put("find", find);
        return Address.of(values);
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getFind() {
        return find;
    }

    public void setFind(String find) {
        this.find = find;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public void setFile(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    public Part getUpload() {
        return upload;
    }

    public void setUpload(Part upload) {
        this.upload = upload;
    }
}
