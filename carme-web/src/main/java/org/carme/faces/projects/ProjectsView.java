package org.carme.faces.projects;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.carme.faces.layout.Texts;
import org.carme.projects.Classification;
import org.carme.projects.MemberEvent;
import org.carme.projects.ProjectService;
import org.carme.projects.ProjectSettings;
import org.carme.projects.ProjectText;
import org.carme.storage.JobStorage;
import org.carme.web.security.CurrentUser;

/** Backs {@code projects.xhtml}: my projects, my invitations, and asking for another project. */
@Named
@RequestScoped
public class ProjectsView {
    @Inject
    ProjectService projects;

    @Inject
    ProjectSettings settings;

    @Inject
    JobStorage storage;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private List<ProjectRow> rows = List.of();
    private String name;
    private String description;
    private Classification classification = Classification.DEFAULT;

    @PostConstruct
    void load() {
        if (settings.areEnabled()) {
            rows = projects.mine(currentUser.getName()).stream()
                    .map(ProjectRow::new)
                    .toList();
        }
    }

    /** Asks for a project. */
    public void request() {
        String wanted = Optional.ofNullable(name).orElse("");
        projects.request(
                currentUser.getName(),
                new ProjectText(wanted, Optional.ofNullable(description).orElse("")),
                classification);
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(texts.text("projects.requested", wanted.strip())));
        name = null;
        description = null;
        classification = Classification.DEFAULT;
        load();
    }

    public void accept(String slug) {
        answer(slug, MemberEvent.ACCEPT);
    }

    public void decline(String slug) {
        answer(slug, MemberEvent.DECLINE);
    }

    /** Takes back the wish to join. */
    public void withdraw(String slug) {
        answer(slug, MemberEvent.LEAVE);
    }

    private void answer(String slug, MemberEvent event) {
        String user = currentUser.getName();
        projects.change(user, slug, user, event);
        load();
    }

    public List<ProjectRow> getInvitations() {
        return rows.stream().filter(ProjectRow::isInvitation).toList();
    }

    public List<ProjectRow> getRows() {
        return rows.stream().filter(row -> !row.isInvitation()).toList();
    }

    public List<Classification> getClassifications() {
        return List.of(Classification.values());
    }

    /** @return whether the site has folders of projects */
    public boolean hasFolders() {
        return storage.hasProjectFolders();
    }

    public Classification getClassification() {
        return classification;
    }

    public void setClassification(Classification classification) {
        this.classification = classification;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
