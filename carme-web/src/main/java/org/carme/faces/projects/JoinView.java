package org.carme.faces.projects;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.carme.faces.layout.Texts;
import org.carme.projects.ProjectService;
import org.carme.web.security.CurrentUser;

/** Backs {@code join.xhtml}: looking changes nothing, only the button asks. */
@Named
@ViewScoped
public class JoinView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ProjectService projects;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private String link;
    private String name;

    /** @throws org.carme.projects.ProjectNotFoundException if this is no project's link */
    public void load() {
        name = projects.nameByLink(link == null ? "" : link);
    }

    /** Asks to join, and goes to my projects. */
    public String join() {
        projects.requestByLink(currentUser.getName(), link);
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(texts.text("projects.join.done", name)));
        context.getExternalContext().getFlash().setKeepMessages(true);
        return "/projects?faces-redirect=true";
    }

    public String getText() {
        return texts.text("projects.join.text", name);
    }

    /** @return null if the link is no project's */
    public String getName() {
        return name;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }
}
