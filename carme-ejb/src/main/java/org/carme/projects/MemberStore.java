package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** The transactions of memberships; all of one project's queue up at its row. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MemberStore {
    @Inject
    ProjectRepository projects;

    @Inject
    ProjectAccess access;

    @Inject
    ProjectSettings settings;

    @Inject
    ProjectNews news;

    @Inject
    Clock clock;

    /** @return what he is then */
    MemberState advance(ProjectCall call, String subject, MemberEvent event) {
        Project project = access.lock(call);
        MemberState next = step(project, call, subject, event);
        news.member(project, subject, event, call.actor());
        return next;
    }

    /** Whoever has the link stands to the project in no way yet. */
    void requestByLink(String user, String linkKey) {
        settings.require();
        String slug = projects.byLink(linkKey).map(Project::slug).orElseThrow(ProjectNotFoundException::new);
        Project project = projects.lock(slug).orElseThrow(ProjectNotFoundException::new);
        step(project, new ProjectCall(user, false, slug), user, MemberEvent.REQUEST);
        news.member(project, user, MemberEvent.REQUEST, user);
    }

    /** Makes somebody the owner; the one who was becomes a manager. */
    void handOver(ProjectCall call, String subject) {
        Project project = access.lock(call);
        String before = project.owner();
        project.advance(
                ProjectLifecycle.TABLE.next(project.state(), ProjectEvent.HAND_OVER, access.actors(project, call)));
        if (projects.named(subject, project.text().name()).isPresent()) {
            throw new InvalidRequestException(
                    "invalid-request.project-exists", project.text().name());
        }
        // in this order: the owner's right to hand over ends with the second step
        step(project, call, subject, MemberEvent.TAKE_OVER);
        step(project, call, before, MemberEvent.STEP_DOWN);
        project.belongTo(subject);
        news.project(project, ProjectEvent.HAND_OVER, call.actor(), before + " → " + subject);
    }

    private MemberState step(Project project, ProjectCall call, String subject, MemberEvent event) {
        Optional<Member> member = projects.member(project.id(), subject);
        MemberState next = settings.members()
                .next(member.map(Member::state).orElse(MemberState.NONE), event, access.actors(project, call, subject));
        if (event.isOpening() && project.state() != ProjectState.ACTIVE) {
            throw new ProjectConflictException();
        }
        Instant now = clock.instant();
        if (next == MemberState.NONE) {
            member.ifPresent(projects::remove);
        } else if (member.isPresent()) {
            member.get().become(next, now);
        } else {
            projects.add(new Member(project.id(), subject, next, now));
        }
        return next;
    }
}
