package org.carme.storage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of the site's disks that a job may use, as its nodes see them; whether they are there is seen on the nodes.
 *
 * @param project of the project that the job is charged to; empty: there is none
 * @param scratch of the job's user; empty: none, or not for this job
 * @param homeHidden whether the job must not see its user's home, and is at home in the project's folder
 */
public record JobFolders(Optional<String> project, Optional<String> scratch, boolean homeHidden) {
    /** @return those that there are */
    public List<String> all() {
        return Stream.of(project, scratch).flatMap(Optional::stream).toList();
    }
}
