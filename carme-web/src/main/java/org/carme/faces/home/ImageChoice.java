package org.carme.faces.home;

import java.util.stream.Stream;
import org.carme.images.ImageOption;
import org.carme.images.ImageReference;
import org.carme.images.VersionState;
import org.carme.markdown.Markdown;

/** A version of an image that may be chosen. */
public record ImageChoice(ImageOption image, String version, VersionState state) {
    private static final Markdown MARKDOWN = Markdown.ofPeople();

    static Stream<ImageChoice> of(ImageOption image) {
        return image.versions().stream().map(version -> new ImageChoice(image, version.name(), version.state()));
    }

    public String name() {
        return image.name();
    }

    /** @return as a start takes it: exactly this version, whatever is approved meanwhile */
    public String value() {
        return ImageReference.text(image.name(), version);
    }

    /** @return what people call it */
    public String title() {
        return image.title() + " " + version;
    }

    /** @return the description as HTML */
    public String html() {
        return MARKDOWN.html(image.description());
    }
}
