package org.carme.faces.projects;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.projects.Classification;
import org.carme.projects.MemberEvent;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectDetails;
import org.carme.templates.TemplateAdministration;
import org.carme.users.DirectoryService;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/project.xhtml}: anybody's project, and what administrators decide about it. */
@Named
@ViewScoped
public class AnyProjectView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ProjectAdministration projects;

    @Inject
    TemplateAdministration templates;

    @Inject
    DirectoryService directory;

    @Inject
    CurrentUser currentUser;

    @Inject
    WaitingProjects waiting;

    private String slug;
    private String day;
    private String reason;
    private String heir;
    private long version;
    private Classification classification;
    private List<String> chosen = new ArrayList<>();
    private boolean loaded;
    private transient ShownProject shown;

    /** @throws org.carme.projects.ProjectNotFoundException if there is none of that slug */
    public void load() {
        ProjectDetails details =
                projects.get(currentUser.getName(), Optional.ofNullable(slug).orElse(""));
        loaded = true;
        version = details.version();
        classification = details.summary().classification();
        chosen = new ArrayList<>(details.templates());
        day = null;
        shown = new ShownProject(details, projects.use(currentUser.getName(), slug), directory);
    }

    /** @return null if there is none of that slug */
    public ShownProject getShown() {
        if (shown == null && loaded) {
            load();
        }
        return shown;
    }

    /** With the classification that is chosen, saved or not. */
    public void approve() {
        if (!classification.name().equals(getShown().getRow().getClassification())) {
            classify();
        }
        projects.approve(currentUser.getName(), slug, LastDay.end(day), chosen);
        decided();
    }

    public void refuse() {
        projects.refuse(currentUser.getName(), slug, Optional.ofNullable(reason).orElse(""));
        decided();
    }

    private void decided() {
        waiting.load();
        load();
    }

    public void renew() {
        projects.renew(currentUser.getName(), slug, LastDay.end(day));
        load();
    }

    public void assign() {
        projects.assign(currentUser.getName(), slug, chosen, version);
        load();
    }

    /** What else is being decided stays as it was ticked and typed. */
    public void classify() {
        List<String> ticked = chosen;
        String typed = day;
        projects.classify(currentUser.getName(), slug, classification, version);
        load();
        chosen = ticked;
        day = typed;
    }

    public void archive() {
        projects.archive(currentUser.getName(), slug);
        load();
    }

    public void unarchive() {
        projects.unarchive(currentUser.getName(), slug);
        load();
    }

    public void handOver() {
        projects.handOver(currentUser.getName(), slug, Optional.ofNullable(heir).orElse(""));
        heir = null;
        load();
    }

    /** Does what a member's button says. */
    public String change(String user, String event) {
        projects.change(currentUser.getName(), slug, user, MemberEvent.valueOf(event));
        load();
        return null;
    }

    /** @return the names of all templates */
    public List<String> getOffered() {
        return templates.list(currentUser.getName()).stream()
                .map(details -> details.template().name())
                .toList();
    }

    public List<Classification> getClassifications() {
        return List.of(Classification.values());
    }

    public Classification getClassification() {
        return classification;
    }

    public void setClassification(Classification classification) {
        this.classification = classification;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    /** @return the last day of the project as typed, null: it never ends */
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

    /** @return who is to be the owner */
    public String getHeir() {
        return heir;
    }

    public void setHeir(String heir) {
        this.heir = heir;
    }

    /** @return the templates that it is to give */
    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }
}
