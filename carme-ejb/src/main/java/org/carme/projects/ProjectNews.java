package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.ChangedMeanwhileException;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** Tells those whom it concerns what has happened to a project, and writes it down, in the caller's transaction. */
@ApplicationScoped
class ProjectNews {
    /** Of these the detail is what those want to know who are told; of all others it is who did it. */
    private static final Set<ProjectEvent> TOLD =
            EnumSet.of(ProjectEvent.REFUSE, ProjectEvent.RENEW, ProjectEvent.HAND_OVER);

    private static final String KIND = "project";

    @Inject
    ProjectRepository projects;

    @Inject
    MessageService messages;

    @Inject
    AuditService audit;

    /** To those who manage it; that nothing can be started any more, or again, to everybody in it. */
    void project(Project project, ProjectEvent event, String actor, String detail) {
        boolean everybody = event == ProjectEvent.ARCHIVE || event == ProjectEvent.UNARCHIVE;
        Kind kind = event == ProjectEvent.REFUSE || event == ProjectEvent.ARCHIVE ? Kind.WARNING : Kind.INFO;
        tell(
                project,
                recipients(project, everybody ? MemberState::isActive : MemberState::isManaging, actor),
                kind,
                event.action(),
                TOLD.contains(event) ? detail : actor);
        note(event.action(), actor, project.owner(), project, detail);
    }

    /** To the one whose membership it is; what he did himself, to those who manage the project. */
    void member(Project project, String subject, MemberEvent event, String actor) {
        boolean own = subject.equals(actor);
        Kind kind = event == MemberEvent.REMOVE || event == MemberEvent.DECLINE ? Kind.WARNING : Kind.INFO;
        Collection<String> recipients = own ? recipients(project, MemberState::isManaging, actor) : List.of(subject);
        tell(project, recipients, kind, event.action(), actor);
        note(event.action(), actor, subject, project, own ? "" : subject);
    }

    /** That its time is nearly over. */
    void expiring(Project project, int days) {
        String name = project.text().name();
        recipients(project, MemberState::isManaging, "")
                .forEach(user -> messages.tell(user, Kind.WARNING, "project-expires." + days, name, ""));
    }

    void note(AuditAction action, String actor, String about, Project project, String detail) {
        AuditObject object =
                new AuditObject(KIND, project.slug(), project.text().name());
        audit.record(new AuditEvent(action, actor, about, object, detail));
    }

    /** @return the failure of somebody who has seen the project before its last change */
    ChangedMeanwhileException changedMeanwhile(Project project) {
        return audit.changedMeanwhile(KIND, project.slug());
    }

    private void tell(Project project, Collection<String> users, Kind kind, AuditAction action, String detail) {
        String name = project.text().name();
        users.forEach(user -> messages.tell(user, kind, action.code(), name, detail));
    }

    private Collection<String> recipients(Project project, Predicate<MemberState> who, String except) {
        return projects.members(project.id()).stream()
                .filter(member -> who.test(member.state()) && !member.user().equals(except))
                .map(Member::user)
                .toList();
    }
}
