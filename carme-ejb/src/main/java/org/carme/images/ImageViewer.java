package org.carme.images;

import java.util.Set;

/**
 * A reader who is no image manager.
 *
 * @param name his own images he sees with all their versions
 * @param projects slugs of those in which he is active
 * @param offered names of the images that templates offer him
 */
record ImageViewer(String name, Set<String> groups, Set<String> projects, Set<String> offered) {
    boolean maySee(Image image) {
        return owns(image)
                || (offered.contains(image.name()) && image.profile().access().includes(groups, projects));
    }

    /** Whether that version is shown of an image that may be seen. */
    boolean maySee(Image image, ImageVersion version) {
        return owns(image) || version.state().isStartable();
    }

    private boolean owns(Image image) {
        return image.owner().equals(name);
    }
}
