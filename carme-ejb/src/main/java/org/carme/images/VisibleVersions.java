package org.carme.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The versions that somebody may see, as a part of other people's SQL.
 *
 * @param query for their numbers; empty: all
 * @param parameters of the query
 */
public record VisibleVersions(Optional<String> query, List<Object> parameters) {
    /** Those that image managers see. */
    public static final VisibleVersions ALL = new VisibleVersions(Optional.empty(), List.of());

    private static final String STARTABLE = VersionState.STARTABLE.stream()
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    public VisibleVersions {
        parameters = List.copyOf(parameters);
    }

    static VisibleVersions of(Optional<ImageViewer> viewer) {
        if (viewer.isEmpty()) {
            return ALL;
        }
        ImageCriteria images = new ImageCriteria(ImageQuery.ALL, viewer);
        // DISTINCT: MariaDB then works it out once, and not anew for each of a million rows.
        String query = "SELECT visible.id FROM (SELECT DISTINCT v.id FROM image_versions v WHERE (v.state IN "
                + STARTABLE + " OR v.image_name IN (SELECT name FROM images WHERE owner = ?)) AND v.image_name IN ("
                + images.names() + ")) visible";
        List<Object> parameters = new ArrayList<>(List.of(viewer.get().name()));
        parameters.addAll(images.parameters());
        return new VisibleVersions(Optional.of(query), parameters);
    }

    /** @return a condition behind others, empty if there is nothing to hide; {@link #parameters()} are its marks' */
    public String and(String column) {
        return query.map(versions -> " AND " + column + " IN (" + versions + ")")
                .orElse("");
    }
}
