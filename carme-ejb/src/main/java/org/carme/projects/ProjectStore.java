package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.templates.StartOptionsService;

/** The transactions of projects: each step is checked, kept, told and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ProjectStore {
    @Inject
    ProjectRepository projects;

    @Inject
    ProjectAccess access;

    @Inject
    ProjectNews news;

    @Inject
    StartOptionsService templates;

    @Inject
    Clock clock;

    /** @return the slug of the new project, of which the user is the owner */
    String request(String user, ProjectText text, Classification classification) {
        access.requireEnabled();
        requireFree(user, text.name());
        Instant now = clock.instant();
        Project project = projects.add(new Project(user, ProjectKeys.random(text.name()), text, now));
        project.classify(classification);
        projects.add(new Member(project.id(), user, MemberState.OWNER, now));
        news.project(project, ProjectEvent.REQUEST_AGAIN, user, "");
        return project.slug();
    }

    void requestAgain(ProjectCall call) {
        Project project = advance(call, ProjectEvent.REQUEST_AGAIN);
        project.giveReason("");
        news.project(project, ProjectEvent.REQUEST_AGAIN, call.actor(), "");
    }

    void describe(ProjectCall call, ProjectText text, long version) {
        Project project = advance(call, ProjectEvent.CHANGE);
        require(project, version);
        if (!project.text().name().equals(text.name())) {
            requireFree(project.owner(), text.name());
        }
        String detail = project.text().name().equals(text.name())
                ? "description"
                : project.text().name() + " → " + text.name();
        project.describe(text);
        projects.flush();
        news.project(project, ProjectEvent.CHANGE, call.actor(), detail);
    }

    void approve(ProjectCall call, Optional<Instant> end, Collection<String> names) {
        Project project = advance(call, ProjectEvent.APPROVE);
        project.lastUntil(future(end));
        project.assign(known(names));
        news.project(project, ProjectEvent.APPROVE, call.actor(), "");
    }

    void refuse(ProjectCall call, String reason) {
        Project project = advance(call, ProjectEvent.REFUSE);
        project.giveReason(reason);
        news.project(project, ProjectEvent.REFUSE, call.actor(), reason);
    }

    void assign(ProjectCall call, Collection<String> names, long version) {
        Project project = advance(call, ProjectEvent.ASSIGN);
        require(project, version);
        String before = String.join(", ", project.templates());
        project.assign(known(names));
        projects.flush();
        news.project(
                project, ProjectEvent.ASSIGN, call.actor(), before + " → " + String.join(", ", project.templates()));
    }

    void classify(ProjectCall call, Classification classification, long version) {
        Project project = advance(call, ProjectEvent.CLASSIFY);
        require(project, version);
        String before = project.classification().word();
        project.classify(classification);
        projects.flush();
        news.project(project, ProjectEvent.CLASSIFY, call.actor(), before + " → " + classification.word());
    }

    void askRenewal(ProjectCall call) {
        Project project = advance(call, ProjectEvent.ASK_RENEWAL);
        project.askRenewal(clock.instant());
        news.project(project, ProjectEvent.ASK_RENEWAL, call.actor(), "");
    }

    void renew(ProjectCall call, Optional<Instant> end) {
        Project project = advance(call, ProjectEvent.RENEW);
        project.lastUntil(future(end));
        news.project(
                project,
                ProjectEvent.RENEW,
                call.actor(),
                end.map(instant -> instant.toString().substring(0, 10)).orElse("∞"));
    }

    /** Archives or takes out of the archive. */
    void move(ProjectCall call, ProjectEvent event) {
        news.project(advance(call, event), event, call.actor(), "");
    }

    /** Warns once of each number of days that is left. */
    boolean warn(String slug) {
        Instant now = clock.instant();
        Optional<Project> project = projects.lock(slug);
        Optional<Integer> due = project.flatMap(found -> found.dueWarning(now));
        due.ifPresent(days -> {
            project.get().warned(days);
            news.expiring(project.get(), days);
        });
        return due.isPresent();
    }

    private Project advance(ProjectCall call, ProjectEvent event) {
        Project project = access.lock(call);
        project.advance(ProjectLifecycle.TABLE.next(project.state(), event, access.actors(project, call)));
        return project;
    }

    private void require(Project project, long version) {
        if (project.version() != version) {
            throw news.changedMeanwhile(project);
        }
    }

    private void requireFree(String owner, String name) {
        if (projects.named(owner, name).isPresent()) {
            throw InvalidRequestException.about("name", "invalid-request.project-exists", name);
        }
    }

    private Optional<Instant> future(Optional<Instant> end) {
        if (end.isPresent() && !end.get().isAfter(clock.instant())) {
            throw InvalidRequestException.about("expiresAt", "invalid-request.project-end");
        }
        return end;
    }

    private Collection<String> known(Collection<String> names) {
        names.forEach(name -> {
            if (templates.template(name).isEmpty()) {
                throw InvalidRequestException.about("templates", "invalid-request.no-such-template", name);
            }
        });
        return names;
    }
}
