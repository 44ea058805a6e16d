package org.carme.faces.projects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.projects.ProjectDetails;
import org.carme.projects.ProjectEvent;
import org.carme.projects.ProjectUse;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;

/** A project as its page shows it, to its members and to administrators. */
public class ShownProject {
    /** Of more members nobody is asked for in the directory: the page would wait for it. */
    private static final int MOST_LOOKED_UP = 50;

    private final ProjectDetails details;
    private final List<MemberRow> members;

    ShownProject(ProjectDetails details, List<ProjectUse.Share> use, DirectoryService directory) {
        this.details = details;
        Map<String, ProjectUse.Share> shares =
                use.stream().collect(Collectors.toMap(ProjectUse.Share::user, Function.identity()));
        boolean few = details.members().size() <= MOST_LOOKED_UP;
        members = details.members().stream()
                .map(member -> new MemberRow(
                        member,
                        Optional.ofNullable(shares.get(member.user())),
                        few && isGone(member.user(), directory)))
                .toList();
    }

    private static boolean isGone(String user, DirectoryService directory) {
        try {
            return directory.find(user).isEmpty();
        } catch (DirectoryUnavailableException nobodyKnows) {
            return false;
        }
    }

    public ProjectRow getRow() {
        return new ProjectRow(details.summary());
    }

    public String getDescription() {
        return details.description();
    }

    public String getReason() {
        return details.reason();
    }

    public long getRequested() {
        return details.requestedAt().toEpochMilli();
    }

    public List<String> getTemplates() {
        return details.templates();
    }

    public List<MemberRow> getMembers() {
        return members;
    }

    /** @return those who can be made the owner */
    public List<String> getHeirs() {
        return members.stream()
                .filter(MemberRow::isHeir)
                .map(MemberRow::getUser)
                .toList();
    }

    /** @return whether the reader sees more than a plain member does */
    public boolean isManaged() {
        return details.linkKey().isPresent();
    }

    /** @return whether the reader may see what each member uses */
    public boolean isUseVisible() {
        return details.useVisible();
    }

    String linkKey() {
        return details.linkKey().orElse("");
    }

    long version() {
        return details.version();
    }

    /** @param event such as {@code ARCHIVE} */
    public boolean can(String event) {
        return details.possible().contains(ProjectEvent.valueOf(event));
    }
}
