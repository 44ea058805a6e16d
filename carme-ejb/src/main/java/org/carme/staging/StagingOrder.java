package org.carme.staging;

import java.util.List;
import java.util.Optional;

/**
 * What agents are told about a job's data.
 *
 * @param folders in one of which, or in the home of the job's user, his paths must really be
 * @param results where they are copied to
 */
public record StagingOrder(List<Item> items, List<String> folders, Optional<String> results) {
    /**
     * One thing to be copied.
     *
     * @param dataset its name, if it is one of the site's
     */
    public record Item(String source, Optional<String> dataset) {}

    public StagingOrder {
        items = List.copyOf(items);
        folders = List.copyOf(folders);
    }
}
