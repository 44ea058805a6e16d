package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.configuration.ConfigurationFile;

/**
 * Makes projects what the configuration file says, in the caller's transaction. Nobody is asked whether he wants to be a
 * member, but everybody whom it concerns is told, as of any change by an administrator.
 */
@ApplicationScoped
class ProjectImport {
    private static final Set<Actor> ADMIN = EnumSet.of(Actor.ADMIN);

    @Inject
    ProjectRepository projects;

    @Inject
    ProjectNews news;

    @Inject
    Clock clock;

    void bringAbout(String admin, FileProject wanted) {
        projects.letGo();
        Project project = projects.lock(wanted.slug()).orElseGet(() -> create(wanted));
        switch (project.state()) {
            case ARCHIVED -> {
                if (!wanted.archived()) {
                    step(project, ProjectEvent.UNARCHIVE, admin);
                }
                change(project, wanted, admin);
            }
            case ACTIVE -> change(project, wanted, admin);
            case REQUESTED, REFUSED -> {
                take(project, wanted);
                setMembers(project, wanted, admin);
                step(project, ProjectEvent.APPROVE, admin);
            }
        }
        if (wanted.archived() && project.state() == ProjectState.ACTIVE) {
            step(project, ProjectEvent.ARCHIVE, admin);
        }
    }

    private Project create(FileProject wanted) {
        Project made = projects.add(
                new Project(wanted.owner(), ProjectKeys.of(wanted.slug()), wanted.text(), clock.instant()));
        projects.add(new Member(made.id(), wanted.owner(), MemberState.OWNER, clock.instant()));
        return made;
    }

    private void step(Project project, ProjectEvent event, String admin) {
        project.advance(ProjectLifecycle.TABLE.next(project.state(), event, ADMIN));
        news.project(project, event, admin, "");
    }

    private void change(Project project, FileProject wanted, String admin) {
        Map<String, Object> before =
                FileProject.of(project, projects.members(project.id())).facts();
        take(project, wanted);
        String difference = ConfigurationFile.difference(before, wanted.facts());
        if (!difference.isEmpty()) {
            news.project(project, ProjectEvent.CHANGE, admin, difference);
        }
        setMembers(project, wanted, admin);
    }

    private static void take(Project project, FileProject wanted) {
        project.describe(wanted.text());
        project.assign(wanted.templates());
        project.classify(wanted.classification());
        if (!project.expiresAt().equals(wanted.until())) {
            project.lastUntil(wanted.until());
        }
    }

    private void setMembers(Project project, FileProject wanted, String admin) {
        Map<String, Member> present =
                projects.members(project.id()).stream().collect(Collectors.toMap(Member::user, Function.identity()));
        String owner = project.owner();
        project.belongTo(wanted.owner());
        Set<String> all = new TreeSet<>(wanted.people().keySet());
        present.values().stream()
                .filter(member -> member.state().isActive())
                .map(Member::user)
                .forEach(all::add);
        for (String user : all) {
            MemberState next = wanted.people().getOrDefault(user, MemberState.NONE);
            become(project, user, Optional.ofNullable(present.get(user)), next)
                    .ifPresent(event -> news.member(project, user, event, admin));
        }
        if (!owner.equals(wanted.owner())) {
            news.project(project, ProjectEvent.HAND_OVER, admin, owner + " → " + wanted.owner());
        }
    }

    /** @return what that is for the member, empty if it is nothing or told as a hand-over */
    private Optional<MemberEvent> become(Project project, String user, Optional<Member> member, MemberState next) {
        MemberState before = member.map(Member::state).orElse(MemberState.NONE);
        if (before == next) {
            return Optional.empty();
        }
        if (next == MemberState.NONE) {
            member.ifPresent(projects::remove);
        } else if (member.isPresent()) {
            member.get().become(next, clock.instant());
        } else {
            projects.add(new Member(project.id(), user, next, clock.instant()));
        }
        return switch (next) {
            case NONE -> Optional.of(MemberEvent.REMOVE);
            case MEMBER -> Optional.of(before.isActive() ? MemberEvent.DEMOTE : MemberEvent.APPROVE);
            case MANAGER -> Optional.of(MemberEvent.PROMOTE);
            case OWNER, REQUESTED, INVITED, AWAITING_ADMIN -> Optional.empty();
        };
    }
}
