package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** What administrators do with everybody's projects. Every method refuses everybody else. */
@ApplicationScoped
public class ProjectAdministration {
    private static final int REASON_LENGTH = 200;

    @Inject
    Administrators administrators;

    @Inject
    ProjectStore store;

    @Inject
    MemberStore memberStore;

    @Inject
    ProjectReads reads;

    @Inject
    DirectoryService directory;

    /**
     * The projects looked for.
     *
     * @param limit brought into 1 to 200
     * @param cursor empty for the first part, else {@link ProjectPage#next()} of the part before
     */
    public ProjectPage list(String admin, ProjectQuery query, int limit, Optional<String> cursor) {
        administrators.require(admin);
        return reads.find(query, limit, cursor);
    }

    /** @return how many projects wait for an administrator: they, their renewal or members of theirs */
    public long waiting(String admin) {
        administrators.require(admin);
        return reads.waiting();
    }

    /** @return all to which the user stands somehow, by name */
    public List<ProjectSummary> of(String admin, String user) {
        administrators.require(admin);
        return reads.mine(user);
    }

    /** @throws ProjectNotFoundException if there is none of that slug */
    public ProjectDetails get(String admin, String slug) {
        return reads.details(call(admin, slug));
    }

    /** @return what the project's members have started by it */
    public List<ProjectUse.Share> use(String admin, String slug) {
        return reads.use(call(admin, slug));
    }

    /** @return the active members */
    public List<String> usersOf(String admin, String slug) {
        return reads.usersOf(call(admin, slug));
    }

    /** @param end empty: it never expires */
    public void approve(String admin, String slug, Optional<Instant> end, Collection<String> templates) {
        ProjectCall call = call(admin, slug);
        Retry.onConflict(() -> store.approve(call, end, templates));
    }

    /** @param reason 1 to 200 printable characters, for the owner */
    public void refuse(String admin, String slug, String reason) {
        ProjectCall call = call(admin, slug);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LENGTH || why.codePoints().anyMatch(Character::isISOControl)) {
            throw InvalidRequestException.about("reason", "invalid-request.refusal-reason", REASON_LENGTH);
        }
        Retry.onConflict(() -> store.refuse(call, why));
    }

    /** @param end empty: it never expires */
    public void renew(String admin, String slug, Optional<Instant> end) {
        ProjectCall call = call(admin, slug);
        Retry.onConflict(() -> store.renew(call, end));
    }

    /**
     * Changes which templates it may use; what was started with others goes on.
     *
     * @param version {@link ProjectDetails#version()} of what the administrator has seen
     */
    public void assign(String admin, String slug, List<String> templates, long version) {
        ProjectCall call = call(admin, slug);
        Retry.onConflict(() -> store.assign(call, templates, version));
    }

    /**
     * Changes what its jobs see from now on; what runs goes on as it is.
     *
     * @param version {@link ProjectDetails#version()} of what the administrator has seen
     */
    public void classify(String admin, String slug, Classification classification, long version) {
        ProjectCall call = call(admin, slug);
        Retry.onConflict(() -> store.classify(call, classification, version));
    }

    /** From now on nothing can be started by it; what runs goes on. */
    public void archive(String admin, String slug) {
        ProjectCall call = call(admin, slug);
        Retry.onConflict(() -> store.move(call, ProjectEvent.ARCHIVE));
    }

    /** Makes it what it was before. */
    public void unarchive(String admin, String slug) {
        ProjectCall call = call(admin, slug);
        Retry.onConflict(() -> store.move(call, ProjectEvent.UNARCHIVE));
    }

    /** Makes anybody the owner whom the directory knows. */
    public void handOver(String admin, String slug, String newOwner) {
        ProjectCall call = call(admin, slug);
        String name = directory
                .find(newOwner)
                .map(Person::name)
                .orElseThrow(() -> InvalidRequestException.about("user", "invalid-request.no-such-person", newOwner));
        Retry.onConflict(() -> memberStore.handOver(call, name));
    }

    /** Changes a membership; see {@link MemberLifecycle}. */
    public void change(String admin, String slug, String member, MemberEvent event) {
        ProjectCall call = call(admin, slug);
        if (!event.standsAlone()) {
            throw new ProjectNotPermittedException();
        }
        Retry.onConflict(() -> memberStore.advance(call, member, event));
    }

    private ProjectCall call(String admin, String slug) {
        administrators.require(admin);
        return new ProjectCall(admin, true, slug);
    }
}
