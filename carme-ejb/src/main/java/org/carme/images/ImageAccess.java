package org.carme.images;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may use an image: members of these groups and of these projects; everybody if both are empty.
 *
 * @param projects slugs
 */
public record ImageAccess(SortedSet<String> groups, SortedSet<String> projects) {
    public ImageAccess(Collection<String> groups, Collection<String> projects) {
        this(new TreeSet<>(groups), new TreeSet<>(projects));
    }

    /** No restriction. */
    public static ImageAccess everybody() {
        return new ImageAccess(new TreeSet<>(), new TreeSet<>());
    }

    public boolean isOpen() {
        return groups.isEmpty() && projects.isEmpty();
    }

    /** Whether nobody may use what has this access who may not use what has the other. */
    boolean isWithin(ImageAccess other) {
        return other.isOpen()
                || (!isOpen() && other.groups.containsAll(groups) && other.projects.containsAll(projects));
    }

    boolean includes(Collection<String> ownGroups, Collection<String> ownProjects) {
        return isOpen() || !Collections.disjoint(groups, ownGroups) || !Collections.disjoint(projects, ownProjects);
    }
}
