package org.carme.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carme.images.ImageReference;
import org.carme.templates.Template;

/** The conditions of a {@link HistoryQuery} in SQL; values travel as parameters only. */
final class HistoryCriteria {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    HistoryCriteria(String owner, HistoryQuery query) {
        require("owner = ?", owner);
        require("state = ?", JobState.ENDED.name());
        query.outcome().ifPresent(outcome -> require("outcome = ?", outcome.name()));
        query.type().ifPresent(this::matchType);
        query.project().ifPresent(project -> require("charged_project = ?", project));
        query.image().ifPresent(this::matchImage);
        query.from().ifPresent(from -> require("ended_at >= ?", from.toEpochMilli()));
        query.to().ifPresent(to -> require("ended_at < ?", to.toEpochMilli()));
        query.text().ifPresent(this::matchText);
    }

    /** Goes on behind the row at which a part ended. */
    HistoryCriteria behind(JobCursor cursor) {
        Instant end = cursor.endedAt();
        require("(ended_at < ? OR (ended_at = ? AND id < ?))", end.toEpochMilli(), end.toEpochMilli(), cursor.id());
        return this;
    }

    private void matchType(String type) {
        if (type.equals(Template.CPU)) {
            require("accelerator_type IS NULL");
        } else {
            require("accelerator_type = ?", type);
        }
    }

    private void matchImage(ImageReference image) {
        require("image = ?", image.name());
        image.version().ifPresent(version -> require("image_version = ?", version));
    }

    private void matchText(String text) {
        long id = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        require(
                "(LOWER(name) LIKE LOWER(?) ESCAPE '!' OR slurm_job_id = ? OR id = ?)",
                "%" + JobCriteria.plain(text) + "%",
                text,
                id);
    }

    private void require(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }
}
