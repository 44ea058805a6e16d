package org.carme.faces.alljobs;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Bulk;
import org.carme.faces.layout.JobTexts;
import org.carme.faces.layout.Sorting;
import org.carme.images.ImageReference;
import org.carme.jobs.AllJobs;
import org.carme.jobs.JobId;
import org.carme.jobs.JobOrder;
import org.carme.jobs.JobPage;
import org.carme.jobs.JobQuery;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/jobs.xhtml}. */
@Named
@ViewScoped
public class AllJobsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PART = 50;

    @Inject
    AllJobs allJobs;

    @Inject
    CurrentUser currentUser;

    @Inject
    Bulk bulk;

    @Inject
    JobTexts jobTexts;

    private String owner;
    private String state;
    private String template;
    private String node;
    private String image;
    private String text;
    private String after;
    private final Sorting<JobOrder> sorting = new Sorting<>(JobOrder.NEWEST);
    private String reason;
    private transient JobPage page;

    /** Stops what is ticked, all for the same reason. */
    public void stop() {
        Map<String, String> names = getRows().stream()
                .collect(Collectors.toMap(row -> Long.toString(row.getId()), AnybodysJobRow::getTitle));
        bulk.each(
                "alljobs.stopped",
                row -> names.getOrDefault(row, row),
                row -> allJobs.stop(currentUser.getName(), id(row), reason == null ? "" : reason));
        page = null;
    }

    private static JobId id(String row) {
        if (!row.matches("\\d{1,18}")) {
            throw new InvalidRequestException("invalid-request.field", "selected");
        }
        return new JobId(Long.parseLong(row));
    }

    public List<AnybodysJobRow> getRows() {
        jobTexts.learn(page().jobs());
        return page().jobs().stream()
                .map(job -> new AnybodysJobRow(job, jobTexts.resources(job), jobTexts.project(job)))
                .toList();
    }

    public String getNext() {
        return page().next().orElse(null);
    }

    private JobPage page() {
        if (page == null) {
            page = allJobs.list(currentUser.getName(), query(), PART, given(after));
        }
        return page;
    }

    private JobQuery query() {
        return new JobQuery(
                given(owner),
                given(state).map("active"::equals),
                given(template),
                given(node),
                given(image).map(ImageReference::of),
                given(text),
                sorting.order());
    }

    /** @return whether anything is looked for */
    public boolean isFilled() {
        return !getFilters().isEmpty();
    }

    /** @return what is looked for and in which order as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = values();
        values.put("sort", sorting.forAddress());
        return Address.of(values);
    }

    /** @return the same without the order */
    public String getFilters() {
        return Address.of(values());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("owner", owner);
        values.put("state", state);
        values.put("template", template);
        values.put("node", node);
        values.put("image", image);
        values.put("text", text);
        return values;
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(given -> !given.isEmpty());
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    public String getNode() {
        return node;
    }

    public void setNode(String node) {
        this.node = node;
    }

    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = image;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Sorting<JobOrder> getSorting() {
        return sorting;
    }
}
