package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may know a project, and as what he acts. */
@ApplicationScoped
class ProjectAccess {
    @Inject
    ProjectRepository projects;

    @Inject
    ProjectSettings settings;

    /** @throws ProjectNotFoundException where there are no projects */
    void requireEnabled() {
        settings.require();
    }

    /**
     * The project that is meant, locked.
     *
     * @throws ProjectNotFoundException also for those who have nothing to do with it
     */
    Project lock(ProjectCall call) {
        settings.require();
        return visible(projects.lock(call.slug()), call);
    }

    /** The same without a lock. */
    Project find(ProjectCall call) {
        settings.require();
        return visible(projects.find(call.slug()), call);
    }

    private Project visible(Optional<Project> project, ProjectCall call) {
        return project.filter(found -> call.admin() || standing(found, call.actor()) != MemberState.NONE)
                .orElseThrow(ProjectNotFoundException::new);
    }

    MemberState standing(Project project, String user) {
        return projects.member(project.id(), user).map(Member::state).orElse(MemberState.NONE);
    }

    /** @return as what the caller acts upon the project itself; empty for those who are no members yet */
    Set<Actor> actors(Project project, ProjectCall call) {
        if (call.admin()) {
            return EnumSet.of(Actor.ADMIN);
        }
        return switch (standing(project, call.actor())) {
            case OWNER -> EnumSet.of(Actor.OWNER);
            case MANAGER -> EnumSet.of(Actor.MANAGER);
            case MEMBER -> EnumSet.of(Actor.MEMBER);
            case NONE, REQUESTED, INVITED, AWAITING_ADMIN -> EnumSet.noneOf(Actor.class);
        };
    }

    /** @return as what the caller acts upon somebody's membership; one who comes as an administrator is that alone */
    Set<Actor> actors(Project project, ProjectCall call, String subject) {
        Set<Actor> actors = actors(project, call);
        if (!call.admin() && call.actor().equals(subject)) {
            actors.add(Actor.SELF);
        }
        return actors;
    }
}
