package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a site works with projects, and how. */
@Named
@ApplicationScoped
public class ProjectSettings {
    @Inject
    @ConfigProperty(name = "carme.projects.enabled", defaultValue = "true")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "carme.projects.admin-approves-members", defaultValue = "false")
    boolean adminApproves;

    /** @return whether there are projects beside the groups that have templates */
    public boolean areEnabled() {
        return enabled;
    }

    /** @throws ProjectNotFoundException where there are no projects */
    void require() {
        if (!enabled) {
            throw new ProjectNotFoundException();
        }
    }

    TransitionTable<MemberState, MemberEvent> members() {
        return MemberLifecycle.table(adminApproves);
    }
}
