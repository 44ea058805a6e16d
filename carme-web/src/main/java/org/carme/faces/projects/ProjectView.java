package org.carme.faces.projects;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.carme.projects.MemberEvent;
import org.carme.projects.ProjectDetails;
import org.carme.projects.ProjectService;
import org.carme.projects.ProjectText;
import org.carme.users.DirectoryService;
import org.carme.users.PersonName;
import org.carme.web.security.CurrentUser;
import org.carme.web.security.Origins;

/** Backs {@code project.xhtml}: one of my projects. */
@Named
@ViewScoped
public class ProjectView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_OFFERED = 10;

    @Inject
    ProjectService projects;

    @Inject
    DirectoryService directory;

    @Inject
    CurrentUser currentUser;

    @Inject
    Origins origins;

    private String slug;
    private String name;
    private String description;
    private long version;
    private String invited;
    private String heir;
    private transient ShownProject shown;

    /** @throws org.carme.projects.ProjectNotFoundException if it is none of mine */
    public void load() {
        ProjectDetails details =
                projects.get(currentUser.getName(), Optional.ofNullable(slug).orElse(""));
        name = details.summary().name();
        description = details.description();
        version = details.version();
        show(details);
    }

    private void show(ProjectDetails details) {
        shown = new ShownProject(
                details, details.useVisible() ? projects.use(currentUser.getName(), slug) : List.of(), directory);
    }

    /** @return null if it is none of mine */
    public ShownProject getShown() {
        if (shown == null && name != null) {
            show(projects.get(currentUser.getName(), slug));
        }
        return shown;
    }

    /** Changes name and description. */
    public void save() {
        ProjectText text = new ProjectText(
                Optional.ofNullable(name).orElse(""),
                Optional.ofNullable(description).orElse(""));
        projects.describe(currentUser.getName(), slug, text, version);
        load();
    }

    public void requestAgain() {
        projects.requestAgain(currentUser.getName(), slug);
        load();
    }

    public void askRenewal() {
        projects.askRenewal(currentUser.getName(), slug);
        load();
    }

    public void archive() {
        projects.archive(currentUser.getName(), slug);
        load();
    }

    public void handOver() {
        projects.handOver(currentUser.getName(), slug, heir);
        load();
    }

    public void invite() {
        projects.invite(
                currentUser.getName(), slug, Optional.ofNullable(invited).orElse(""));
        invited = null;
        load();
    }

    /** Does what a member's button says; who has left goes to his other projects. */
    public String change(String user, String event) {
        MemberEvent wanted = MemberEvent.valueOf(event);
        projects.change(currentUser.getName(), slug, user, wanted);
        if (wanted == MemberEvent.LEAVE) {
            return "/projects?faces-redirect=true";
        }
        load();
        return null;
    }

    /** @return people whose names begin with what is typed */
    public List<PersonName> getPeople() {
        return invited == null ? List.of() : directory.people(invited, MOST_OFFERED);
    }

    public String getLink() {
        return origins.portal() + "/join.xhtml?link=" + getShown().linkKey();
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
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

    public String getInvited() {
        return invited;
    }

    public void setInvited(String invited) {
        this.invited = invited;
    }

    /** @return who is to be the owner */
    public String getHeir() {
        return heir;
    }

    public void setHeir(String heir) {
        this.heir = heir;
    }
}
