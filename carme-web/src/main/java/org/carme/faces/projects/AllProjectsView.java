package org.carme.faces.projects;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Bulk;
import org.carme.faces.layout.Sorting;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectFilter;
import org.carme.projects.ProjectOrder;
import org.carme.projects.ProjectPage;
import org.carme.projects.ProjectQuery;
import org.carme.projects.ProjectState;
import org.carme.projects.ProjectSummary;
import org.carme.templates.TemplateAdministration;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/projects.xhtml}. */
@Named
@ViewScoped
public class AllProjectsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PART = 50;

    @Inject
    ProjectAdministration projects;

    @Inject
    TemplateAdministration templates;

    @Inject
    CurrentUser currentUser;

    @Inject
    WaitingProjects waiting;

    @Inject
    Bulk bulk;

    private String state;
    private String text;
    private String after;
    private final Sorting<ProjectOrder> sorting = new Sorting<>(ProjectOrder.NEWEST);
    private String template;
    private String day;
    private String reason;
    private transient ProjectPage page;

    private ProjectPage page() {
        if (page == null) {
            page = projects.list(currentUser.getName(), query(), PART, given(after));
        }
        return page;
    }

    /** Approves those that are ticked, all with the same template and end. */
    public void approve() {
        Optional<Instant> end = LastDay.end(day);
        List<String> given = given(template).stream().toList();
        bulk.each("projects.bulk.approved", this::name, slug -> projects.approve(admin(), slug, end, given));
        decided();
    }

    /** Refuses those that are ticked, all for the same reason. */
    public void refuse() {
        bulk.each(
                "projects.bulk.refused",
                this::name,
                slug -> projects.refuse(admin(), slug, reason == null ? "" : reason));
        decided();
    }

    private void decided() {
        waiting.load();
        page = null;
    }

    /** Archives those that are ticked. */
    public void archive() {
        bulk.undoable("projects.bulk.archived", bulk.ticked(), this::name, slug -> {
            projects.archive(admin(), slug);
            return () -> projects.unarchive(admin(), slug);
        });
        page = null;
    }

    public void undo() {
        bulk.undo();
        page = null;
    }

    private String admin() {
        return currentUser.getName();
    }

    private String name(String slug) {
        return page().projects().stream()
                .filter(project -> project.slug().equals(slug))
                .map(ProjectSummary::name)
                .findFirst()
                .orElse(slug);
    }

    private ProjectQuery query() {
        return new ProjectQuery(
                given(state)
                        .flatMap(wanted -> Stream.of(ProjectFilter.values())
                                .filter(filter -> filter.name().equals(wanted))
                                .findFirst()),
                given(text),
                sorting.order());
    }

    public List<ProjectRow> getRows() {
        return page().projects().stream().map(ProjectRow::new).toList();
    }

    public String getNext() {
        return page().next().orElse(null);
    }

    /** @return whether anything is looked for */
    public boolean isFilled() {
        return !getSearch().isEmpty();
    }

    /** @return what is looked for and in which order as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = values();
        values.put("sort", sorting.forAddress());
        return Address.of(values);
    }

    /** @return the same without the order */
    public String getSearch() {
        return Address.of(values());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", state);
        values.put("text", text);
        return values;
    }

    public List<ProjectFilter> getFilters() {
        return Arrays.asList(ProjectFilter.values());
    }

    /** @return whether any of these waits for a decision */
    public boolean isWaiting() {
        return page().projects().stream().anyMatch(project -> project.state() == ProjectState.REQUESTED);
    }

    /** @return the names of all templates */
    public List<String> getOffered() {
        return templates.list(admin()).stream()
                .map(details -> details.template().name())
                .toList();
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(one -> !one.isEmpty());
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
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

    /** @return the template that they are to give, null: none */
    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    /** @return their last day as typed, null: they never end */
    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Sorting<ProjectOrder> getSorting() {
        return sorting;
    }
}
