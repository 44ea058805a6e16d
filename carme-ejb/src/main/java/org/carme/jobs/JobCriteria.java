package org.carme.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carme.images.ImageReference;

/** Turns what an administrator looks for into one query; values travel as parameters only. */
final class JobCriteria {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final JobOrder order;

    /** @param last the number of the job after which they come */
    JobCriteria(JobQuery query, long last) {
        order = query.order();
        require(order.following(), "last", last);
        query.owner().ifPresent(owner -> require("j.owner = :owner", "owner", owner));
        query.active().ifPresent(active -> conditions.add(active ? "j.endedAt IS NULL" : "j.endedAt IS NOT NULL"));
        query.template().ifPresent(template -> require("j.spec.template = :template", "template", template));
        query.node().ifPresent(node -> require(":node MEMBER OF j.nodes", "node", node));
        query.image().ifPresent(this::matchImage);
        query.text().ifPresent(this::matchText);
    }

    private void matchImage(ImageReference image) {
        require("j.spec.image = :image", "image", image.name());
        image.version().ifPresent(version -> require("j.spec.imageVersion = :version", "version", version));
    }

    private void matchText(String text) {
        parameters.put("name", "%" + plain(text) + "%");
        parameters.put("number", text);
        parameters.put("id", text.matches("\\d{1,18}") ? Long.parseLong(text) : -1L);
        conditions.add("(j.spec.name LIKE :name ESCAPE '!' OR j.slurmJobId = :number OR j.id = :id)");
    }

    private void require(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** What the pattern's own characters are typed for is looked for. */
    static String plain(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** @return the query for the numbers of the jobs, in the order wanted */
    String jpql() {
        return "SELECT j.id FROM Job j WHERE " + String.join(" AND ", conditions) + " ORDER BY " + order.order();
    }

    JobOrder order() {
        return order;
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
