package org.carme.rest.projects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.idle.IdleRule;
import org.carme.projects.MemberEvent;
import org.carme.projects.MemberState;
import org.carme.projects.ProjectDetails;
import org.carme.projects.ProjectEvent;
import org.carme.projects.ProjectMember;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project as its members see it. */
@Schema(name = "ProjectDetails")
public record ProjectDetailsDto(
        ProjectDto project,
        String description,
        @Schema(description = "Why it was refused") String reason,
        Instant requestedAt,
        @Schema(description = "To be sent with a change") long version,

        @Schema(description = "Whoever has it may ask to join; for those who let others in")
        String linkKey,

        List<String> templates,
        List<MemberDto> members,

        @Schema(description = "Owners of jobs that nobody uses for so long are told; left out: jobs may be idle")
        Long idleAfterSeconds,

        @Schema(description = "So much later these jobs are stopped")
        Long idleGraceSeconds,

        @Schema(description = "What the caller can do with it now")
        List<ProjectEvent> possible) {

    /** How somebody stands to it. */
    @Schema(name = "ProjectMember")
    public record MemberDto(
            String user,
            MemberState state,
            Instant since,

            @Schema(description = "What the caller can do about it now")
            List<MemberEvent> possible) {

        static MemberDto of(ProjectMember member) {
            return new MemberDto(
                    member.user(),
                    member.state(),
                    member.since(),
                    member.possible().stream().sorted().toList());
        }
    }

    static ProjectDetailsDto of(ProjectDetails details, Optional<IdleRule> idle) {
        return new ProjectDetailsDto(
                ProjectDto.of(details.summary()),
                details.description(),
                details.reason(),
                details.requestedAt(),
                details.version(),
                details.linkKey().orElse(null),
                details.templates(),
                details.members().stream().map(MemberDto::of).toList(),
                idle.map(rule -> rule.after().toSeconds()).orElse(null),
                idle.map(rule -> rule.grace().toSeconds()).orElse(null),
                details.possible().stream().sorted().toList());
    }
}
