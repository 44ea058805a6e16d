package org.carme.faces.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.faces.layout.Address;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectFilter;
import org.carme.projects.ProjectPage;
import org.carme.projects.ProjectQuery;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/projects.xhtml}. */
@Named
@RequestScoped
public class AllProjectsView {
    private static final int PART = 50;

    @Inject
    ProjectAdministration projects;

    @Inject
    CurrentUser currentUser;

    private String state;
    private String text;
    private String after;
    private ProjectPage page = new ProjectPage(List.of(), Optional.empty());

    public void load() {
        page = projects.list(currentUser.getName(), query(), PART, given(after));
    }

    private ProjectQuery query() {
        return new ProjectQuery(
                given(state)
                        .flatMap(wanted -> Stream.of(ProjectFilter.values())
                                .filter(filter -> filter.name().equals(wanted))
                                .findFirst()),
                given(text));
    }

    public List<ProjectRow> getRows() {
        return page.projects().stream().map(ProjectRow::new).toList();
    }

    public String getNext() {
        return page.next().orElse(null);
    }

    /** @return whether anything is looked for */
    public boolean isFilled() {
        return !query().equals(ProjectQuery.ALL);
    }

    /** @return what is looked for as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", state);
        values.put("text", text);
        return Address.of(values);
    }

    public List<ProjectFilter> getFilters() {
        return Arrays.asList(ProjectFilter.values());
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
}
