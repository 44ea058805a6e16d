package org.carme.faces.images;

import java.util.List;
import java.util.stream.Stream;
import org.carme.images.ImageAccess;
import org.carme.images.ImageSummary;
import org.carme.images.VersionState;
import org.carme.markdown.Markdown;

/** An image as a row. */
public class ImageRow {
    private static final Markdown MARKDOWN = Markdown.ofPeople();

    private final ImageSummary image;

    ImageRow(ImageSummary image) {
        this.image = image;
    }

    public String getName() {
        return image.profile().name();
    }

    public String getTitle() {
        return image.profile().title();
    }

    /** @return the description as HTML */
    public String getHtml() {
        return MARKDOWN.html(image.profile().description());
    }

    /** @return the version that is meant where none is named, empty if none can be started */
    public String getCurrent() {
        return image.current().map(ImageSummary.Version::name).orElse("");
    }

    /** @return of the current version, else of the newest */
    public String getRuntime() {
        return image.current()
                .or(() -> image.versions().stream().findFirst())
                .map(ImageSummary.Version::runtime)
                .orElse("");
    }

    /** @return each state that one of its versions has, with the number of those */
    public List<StateCount> getStates() {
        return Stream.of(VersionState.values())
                .map(state -> new StateCount(
                        state,
                        image.versions().stream()
                                .filter(version -> version.state() == state)
                                .count()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    /** So many versions have that state. */
    public record StateCount(VersionState state, long count) {
        public String tone() {
            return StateLook.tone(state);
        }

        public String icon() {
            return StateLook.icon(state);
        }
    }

    /** @return groups and projects, empty: everybody */
    public String getAccess() {
        ImageAccess access = image.profile().access();
        return String.join(
                ", ",
                Stream.concat(access.groups().stream(), access.projects().stream())
                        .toList());
    }

    public long getActiveJobs() {
        return image.activeJobs();
    }
}
