package org.carme.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a reader looks for into one query; values travel as parameters only. */
final class AuditCriteria {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param onlyOf whose entries alone may be seen, empty for everybody's */
    AuditCriteria(AuditQuery query, Optional<String> onlyOf, long beforeId) {
        require("r.id < :before", "before", beforeId);
        onlyOf.ifPresent(user -> require("(r.actor = :user OR r.about = :user)", "user", user));
        query.actor().ifPresent(actor -> require("r.actor = :actor", "actor", actor));
        query.action().ifPresent(action -> require("r.action = :action", "action", action.code()));
        query.object()
                .ifPresent(object -> require("(r.objectId = :object OR r.objectName = :object)", "object", object));
        query.from().ifPresent(from -> require("r.at >= :from", "from", from));
        query.to().ifPresent(to -> require("r.at < :to", "to", to));
    }

    private void require(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    String jpql() {
        return "SELECT r FROM AuditRow r WHERE " + String.join(" AND ", conditions) + " ORDER BY r.id DESC";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
