package org.carme.faces.projects;

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

    /** @return as it is now: a decision has changed it when the page is made again */
    public long getCount() {
        return projects.waiting(currentUser.getName());
    }
}
