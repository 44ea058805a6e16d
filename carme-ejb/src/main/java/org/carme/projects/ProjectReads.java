package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.projects.ProjectRepository.Line;

/** What somebody sees of projects, each in one transaction. */
@ApplicationScoped
@Transactional
class ProjectReads {
    private static final int MOST = 200;

    @Inject
    ProjectRepository projects;

    @Inject
    ProjectAccess access;

    @Inject
    ProjectSettings settings;

    @Inject
    ProjectUse use;

    @Inject
    Clock clock;

    List<ProjectSummary> mine(String user) {
        settings.require();
        return projects.mine(user).stream().map(this::summary).toList();
    }

    ProjectPage find(ProjectQuery query, int limit, Optional<String> cursor) {
        settings.require();
        int size = Math.min(Math.max(limit, 1), MOST);
        List<Line> found = projects.find(query, clock.instant(), cursor.map(ProjectReads::id), size + 1);
        List<Line> part = found.subList(0, Math.min(size, found.size()));
        return new ProjectPage(
                part.stream().map(this::summary).toList(),
                found.size() > size
                        ? Optional.of(Long.toString(part.get(size - 1).project().id()))
                        : Optional.empty());
    }

    /** @return the slug itself if there is none of it */
    String name(String slug) {
        return projects.names(List.of(slug)).getOrDefault(slug, slug);
    }

    long waiting() {
        return settings.areEnabled() ? projects.waiting() : 0;
    }

    /** @throws ProjectNotFoundException also for those who are no members yet */
    ProjectDetails details(ProjectCall call) {
        Project project = access.find(call);
        Set<Actor> actors = access.actors(project, call);
        if (actors.isEmpty()) {
            throw new ProjectNotFoundException();
        }
        boolean decides = !actors.contains(Actor.MEMBER);
        List<Member> members = projects.members(project.id());
        return new ProjectDetails(
                summary(project, call, members),
                project.text().description(),
                project.reason(),
                project.requestedAt(),
                project.version(),
                Optional.of(project.linkKey()).filter(key -> decides),
                List.copyOf(project.templates()),
                members.stream()
                        .filter(member -> decides || member.state().isActive())
                        .map(member -> member(project, call, member))
                        .toList(),
                ProjectLifecycle.TABLE.possible(project.state(), actors),
                settings.showUseTo(actors));
    }

    /** @return the project's name, which is all that the link tells */
    String nameByLink(String linkKey) {
        settings.require();
        return projects.byLink(linkKey)
                .map(project -> project.text().name())
                .orElseThrow(ProjectNotFoundException::new);
    }

    /** @return what the members have started, for those who may see it */
    List<ProjectUse.Share> use(ProjectCall call) {
        requireUseReader(access.find(call), call);
        return use.of(call.slug());
    }

    /** @return the active members, for those who may see what they use */
    List<String> usersOf(ProjectCall call) {
        Project project = access.find(call);
        requireUseReader(project, call);
        return projects.members(project.id()).stream()
                .filter(member -> member.state().isActive())
                .map(Member::user)
                .toList();
    }

    private void requireUseReader(Project project, ProjectCall call) {
        Set<Actor> actors = access.actors(project, call);
        if (actors.isEmpty()) {
            throw new ProjectNotFoundException();
        }
        if (!settings.showUseTo(actors)) {
            throw new ProjectNotPermittedException();
        }
    }

    /**
     * @throws ProjectNotFoundException for those who are no members
     * @throws ProjectNotPermittedException for plain members
     */
    void requireManaging(ProjectCall call) {
        Set<Actor> actors = access.actors(access.find(call), call);
        if (actors.isEmpty()) {
            throw new ProjectNotFoundException();
        }
        if (actors.contains(Actor.MEMBER)) {
            throw new ProjectNotPermittedException();
        }
    }

    private ProjectMember member(Project project, ProjectCall call, Member member) {
        Set<MemberEvent> possible =
                settings.members().possible(member.state(), access.actors(project, call, member.user()));
        return new ProjectMember(
                member.user(),
                member.state(),
                member.since(),
                possible.stream()
                        .filter(event -> project.state() == ProjectState.ACTIVE || !event.isOpening())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MemberEvent.class))));
    }

    private ProjectSummary summary(Project project, ProjectCall call, List<Member> members) {
        MemberState waiting = call.admin() ? MemberState.AWAITING_ADMIN : MemberState.REQUESTED;
        Map<String, MemberState> states = members.stream().collect(Collectors.toMap(Member::user, Member::state));
        Predicate<Member> active = member -> member.state().isActive();
        return summary(new Line(
                project,
                call.admin() ? MemberState.NONE : states.getOrDefault(call.actor(), MemberState.NONE),
                members.stream().filter(active).count(),
                members.stream().filter(member -> member.state() == waiting).count()));
    }

    private ProjectSummary summary(Line line) {
        Project project = line.project();
        Instant now = clock.instant();
        return new ProjectSummary(
                project.slug(),
                project.text().name(),
                project.owner(),
                project.state(),
                project.classification(),
                project.isExpired(now),
                project.expiresAt(),
                project.isRenewalAsked(),
                line.mine(),
                line.members(),
                line.mine().isManaging() || line.mine() == MemberState.NONE ? line.waiting() : 0);
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request.cursor");
        }
    }
}
