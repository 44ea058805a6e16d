package org.carme.images;

import java.util.Set;

/**
 * A reader who is no image manager.
 *
 * @param projects slugs of those in which he is active
 * @param offered names of the images that templates offer him
 */
record ImageViewer(Set<String> groups, Set<String> projects, Set<String> offered) {
    boolean maySee(Image image) {
        return offered.contains(image.name()) && image.profile().access().includes(groups, projects);
    }
}
