package org.carme.faces.projects;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.projects.ProjectAdministration;
import org.carme.web.security.CurrentUser;

/** Backs the navigation of the administration: how many projects wait for a decision. */
@Named
@RequestScoped
public class WaitingProjects {
    @Inject
    ProjectAdministration projects;

    @Inject
    CurrentUser currentUser;

    private long count;

    /** Also to be called after a decision. */
    @PostConstruct
    public void load() {
        count = projects.waiting(currentUser.getName());
    }

    public long getCount() {
        return count;
    }
}
