package org.carme.images;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions of an {@link ImageQuery} in SQL; values travel as parameters only. */
final class ImageCriteria {
    private static final String NOWHERE = "1 = 0";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** @param viewer who may not see everything */
    ImageCriteria(ImageQuery query, Optional<ImageViewer> viewer) {
        query.after().ifPresent(after -> require("i.name > ?", List.of(after)));
        query.text().ifPresent(this::matchText);
        viewer.ifPresent(this::allow);
        if (viewer.isPresent() || query.state().isPresent() || query.runtime().isPresent()) {
            matchVersion(query, viewer);
        }
    }

    private void matchText(String text) {
        String pattern = "%" + text.replaceAll("[!%_]", "!$0") + "%";
        require(
                "(i.name LIKE LOWER(?) ESCAPE '!' OR LOWER(i.title) LIKE LOWER(?) ESCAPE '!'"
                        + " OR LOWER(i.description) LIKE LOWER(?) ESCAPE '!')",
                Collections.nCopies(3, pattern));
    }

    private void allow(ImageViewer viewer) {
        List<Object> names = new ArrayList<>(List.of(viewer.name()));
        names.addAll(viewer.offered());
        names.addAll(viewer.groups());
        names.addAll(viewer.projects());
        require(
                "(i.owner = ? OR i.name IN " + marks(viewer.offered())
                        + " AND (NOT EXISTS (SELECT 1 FROM image_groups g WHERE g.image_name = i.name)"
                        + " AND NOT EXISTS (SELECT 1 FROM image_projects p WHERE p.image_name = i.name)"
                        + " OR EXISTS (SELECT 1 FROM image_groups g WHERE g.image_name = i.name AND g.group_name IN "
                        + marks(viewer.groups())
                        + ") OR EXISTS (SELECT 1 FROM image_projects p WHERE p.image_name = i.name AND p.project IN "
                        + marks(viewer.projects()) + ")))",
                names);
    }

    /** Versions that fit; of images that are not the viewer's only what can be started. */
    private void matchVersion(ImageQuery query, Optional<ImageViewer> viewer) {
        Set<VersionState> states = EnumSet.allOf(VersionState.class);
        query.state().ifPresent(state -> states.retainAll(EnumSet.of(state)));
        List<Object> values = new ArrayList<>(states(states));
        viewer.ifPresent(reader -> values.addAll(states(VersionState.STARTABLE)));
        viewer.ifPresent(reader -> values.add(reader.name()));
        query.runtime().ifPresent(values::add);
        require(
                "EXISTS (SELECT 1 FROM image_versions v WHERE v.image_name = i.name AND v.state IN " + marks(states)
                        + (viewer.isPresent()
                                ? " AND (v.state IN " + marks(VersionState.STARTABLE) + " OR i.owner = ?)"
                                : "")
                        + (query.runtime().isPresent() ? " AND v.runtime = ?" : "") + ")",
                values);
    }

    private static List<String> states(Set<VersionState> states) {
        return states.stream().map(VersionState::name).toList();
    }

    /** @return marks for that many parameters, or what nothing is in */
    private static String marks(Collection<?> values) {
        return values.isEmpty()
                ? "(SELECT name FROM images WHERE " + NOWHERE + ")"
                : "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    private void require(String condition, Collection<?> values) {
        conditions.add(condition);
        parameters.addAll(values);
    }

    /** @return the query for the names */
    String names() {
        return "SELECT i.name FROM images i"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    /** @return the same, in their order */
    String sql() {
        return names() + " ORDER BY i.name";
    }

    List<Object> parameters() {
        return parameters;
    }
}
