package org.carme.projects;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
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

    @Inject
    @ConfigProperty(name = "carme.projects.use-visible-to", defaultValue = "managers")
    String useVisibleTo;

    private Set<Actor> useReaders;

    @PostConstruct
    void validate() {
        useReaders = switch (useVisibleTo) {
            case "admins" -> EnumSet.of(Actor.ADMIN);
            case "managers" -> EnumSet.of(Actor.MANAGER, Actor.OWNER, Actor.ADMIN);
            case "members" -> EnumSet.of(Actor.MEMBER, Actor.MANAGER, Actor.OWNER, Actor.ADMIN);
            default ->
                throw new IllegalStateException("carme.projects.use-visible-to must be managers, members or admins");
        };
    }

    /** @return whether whoever acts as one of these may see what each member uses */
    boolean showUseTo(Set<Actor> actors) {
        return !Collections.disjoint(useReaders, actors);
    }

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
