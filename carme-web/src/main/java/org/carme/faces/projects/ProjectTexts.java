package org.carme.faces.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.carme.faces.layout.Texts;
import org.carme.idle.IdleJobs;
import org.carme.projects.MemberEvent;

/** What pages say about projects. */
@Named
@RequestScoped
public class ProjectTexts {
    private static final Set<MemberEvent> ASKED_FOR =
            EnumSet.of(MemberEvent.DECLINE, MemberEvent.LEAVE, MemberEvent.REMOVE);

    @Inject
    Texts texts;

    @Inject
    IdleJobs idle;

    public String invitation(ProjectRow row) {
        return texts.text("projects.invited", row.getName(), row.getOwner());
    }

    public String waiting(ProjectRow row) {
        return texts.text("projects.waiting", row.getWaiting());
    }

    /** @return what becomes of its jobs when nobody uses them */
    public String idle(ProjectRow row) {
        return idle.rule(row.getSlug())
                .map(rule -> texts.text("projects.idle.stopped", minutes(rule.after()), minutes(rule.grace())))
                .orElseGet(() -> texts.text("projects.idle.kept"));
    }

    private static long minutes(Duration length) {
        return Math.max(1, length.toMinutes());
    }

    public String refusal(ShownProject project) {
        return texts.text("projects.refused", project.getReason());
    }

    public String hours(MemberRow row) {
        return texts.text("quota.number", row.getHours());
    }

    /** @return whether the button asks before it acts */
    public boolean isAsked(MemberEvent event) {
        return ASKED_FOR.contains(event);
    }

    public String question(MemberRow row, MemberEvent event) {
        return texts.text("projects.member.question." + event, row.getUser());
    }
}
