package org.carme.images;

import java.util.Set;

/** Who is in which project; told from outside, because this package knows no projects. */
public interface ImageProjects {
    /** @return the slugs of the active projects in which the user is active */
    Set<String> activeOf(String user);
}
