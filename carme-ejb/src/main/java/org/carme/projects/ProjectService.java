package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/**
 * What users do with projects. Whoever has nothing to do with a project finds none; whoever has, may do what the tables
 * of transitions allow him.
 */
@ApplicationScoped
public class ProjectService {
    @Inject
    ProjectStore store;

    @Inject
    MemberStore memberStore;

    @Inject
    ProjectReads reads;

    @Inject
    DirectoryService directory;

    @Inject
    WaitingNews waiting;

    /** @return all to which the user stands somehow, by name */
    public List<ProjectSummary> mine(String user) {
        return reads.mine(user);
    }

    /** @throws ProjectNotFoundException unless the user is a member */
    public ProjectDetails get(String user, String slug) {
        return reads.details(call(user, slug));
    }

    /** @return what the project's members have started by it, for those who may see it */
    public List<ProjectUse.Share> use(String user, String slug) {
        return reads.use(call(user, slug));
    }

    /** @return the active members, for those who may see what they use */
    public List<String> usersOf(String user, String slug) {
        return reads.usersOf(call(user, slug));
    }

    /**
     * Asks for a project, of which the user will be the owner.
     *
     * @return its slug
     */
    public String request(String user, ProjectText text, Classification classification) {
        ProjectText checked = ProjectText.checked(text.name(), text.description());
        String slug = Retry.onConflict(() -> store.request(user, checked, classification));
        waiting.tell(slug, user);
        return slug;
    }

    /** Asks again after a refusal. */
    public void requestAgain(String user, String slug) {
        Retry.onConflict(() -> store.requestAgain(call(user, slug)));
        waiting.tell(slug, user);
    }

    /**
     * Changes name and description.
     *
     * @param version {@link ProjectDetails#version()} of what the user has seen
     */
    public void describe(String user, String slug, ProjectText text, long version) {
        ProjectText checked = ProjectText.checked(text.name(), text.description());
        Retry.onConflict(() -> store.describe(call(user, slug), checked, version));
    }

    /** Asks for more time. */
    public void askRenewal(String user, String slug) {
        Retry.onConflict(() -> store.askRenewal(call(user, slug)));
        waiting.tell(slug, user);
    }

    /** From now on nothing can be started by it; what runs goes on. */
    public void archive(String user, String slug) {
        Retry.onConflict(() -> store.move(call(user, slug), ProjectEvent.ARCHIVE));
    }

    /** Makes a member the owner. */
    public void handOver(String user, String slug, String newOwner) {
        String name = normal(newOwner);
        Retry.onConflict(() -> memberStore.handOver(call(user, slug), name));
    }

    /** @return the name of the project whose link this is, for everybody who has the link */
    public String nameByLink(String linkKey) {
        return reads.nameByLink(linkKey);
    }

    /** Asks to join the project whose link this is. */
    public void requestByLink(String user, String linkKey) {
        Retry.onConflict(() -> memberStore.requestByLink(user, linkKey));
    }

    /** @throws org.carme.common.InvalidRequestException if the directory does not know him */
    public void invite(String user, String slug, String invited) {
        reads.requireManaging(call(user, slug));
        String name = directory
                .find(invited)
                .map(Person::name)
                .orElseThrow(() -> InvalidRequestException.about("user", "invalid-request.no-such-person", invited));
        Retry.onConflict(() -> memberStore.advance(call(user, slug), name, MemberEvent.INVITE));
    }

    /** Answers an invitation or a request, or changes what a member may do; see {@link MemberLifecycle}. */
    public void change(String user, String slug, String member, MemberEvent event) {
        if (!event.standsAlone()) {
            throw new ProjectNotPermittedException();
        }
        MemberState next = Retry.onConflict(() -> memberStore.advance(call(user, slug), normal(member), event));
        if (next == MemberState.AWAITING_ADMIN) {
            waiting.tell(slug, user);
        }
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static ProjectCall call(String user, String slug) {
        return new ProjectCall(user, false, slug);
    }
}
