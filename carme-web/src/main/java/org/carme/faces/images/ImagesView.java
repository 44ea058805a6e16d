package org.carme.faces.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.common.Part;
import org.carme.faces.layout.Address;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageQuery;
import org.carme.images.ImageSummary;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.VersionState;
import org.carme.web.security.CurrentUser;

/** Backs {@code images.xhtml}. */
@Named
@RequestScoped
public class ImagesView {
    @Inject
    ImageCatalogue images;

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    CurrentUser currentUser;

    private String text;
    private String state;
    private String runtime;
    private String after;
    private Part<ImageSummary> part;

    public List<ImageRow> getRows() {
        return getPart().rows().stream().map(ImageRow::new).toList();
    }

    /** @return of all that are shown */
    public List<String> getNames() {
        return getPart().rows().stream().map(image -> image.profile().name()).toList();
    }

    public Part<ImageSummary> getPart() {
        if (part == null) {
            ImageQuery query = new ImageQuery(
                    given(text),
                    getStates().stream()
                            .filter(known -> known.name().equals(state))
                            .findFirst(),
                    given(runtime),
                    given(after));
            part = images.list(currentUser.getName(), query);
        }
        return part;
    }

    public boolean isManager() {
        return images.isManagedBy(currentUser.getName());
    }

    /** @return those that the reader can look for */
    public List<VersionState> getStates() {
        return Stream.of(VersionState.values())
                .filter(one -> one.isStartable() || isManager())
                .toList();
    }

    public List<RuntimeDeclaration> getRuntimes() {
        return runtimes.declarations();
    }

    public boolean isFilled() {
        return !getFilters().isEmpty();
    }

    /** @return what is looked for as part of an address, each with an ampersand behind */
    public String getFilters() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("state", state);
        values.put("runtime", runtime);
        return Address.of(values);
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getRuntime() {
        return runtime;
    }

    public void setRuntime(String runtime) {
        this.runtime = runtime;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
