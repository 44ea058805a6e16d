package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carme.projects.TestProjects.admin;
import static org.carme.projects.TestProjects.by;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.templates.ProjectTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Projects and memberships on a real database: who may do what, what follows, and what is told. */
class ProjectsOnDatabaseIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final TestProjects projects = new TestProjects(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsNothingUntilAnAdministratorAgrees() {
        String slug = request("alice", "PINNs");
        assertThat(startable("alice")).isEmpty();
        assertThatThrownBy(() ->
                        projects.run(parts -> parts.store().approve(by("alice", slug), Optional.empty(), List.of())))
                .isInstanceOf(ProjectNotPermittedException.class);

        projects.run(parts -> parts.store().refuse(admin(slug), "too large"));
        assertThat(details("alice", slug).reason()).isEqualTo("too large");
        assertThat(projects.told("alice")).containsExactly("project-refused PINNs too large");

        projects.run(parts -> parts.store().requestAgain(by("alice", slug)));
        assertThat(details("alice", slug).reason()).isEmpty();
        assertThat(audited())
                .containsExactly(
                        "project-requested alice alice",
                        "project-refused admin alice too large",
                        "project-requested alice alice");
    }

    @Test
    void givesItsTemplatesToActiveMembersAsLongAsItIsActive() {
        String slug = projects.active("alice", "GPU", "bob");
        assertThat(startable("bob")).containsExactly(new ProjectTemplate(slug, "PINNs", "GPU"));
        assertThat(startable("carla")).isEmpty();
        assertThat(Stream.of("alice", "bob", "carla")
                        .filter(user -> projects.call(parts -> parts.starts().manages(user, slug))))
                .containsExactly("alice");

        projects.run(parts -> parts.store().renew(admin(slug), in(10)));
        clock.forward(Duration.ofDays(11));
        assertThat(startable("bob")).as("expired").isEmpty();
        assertThat(details("bob", slug).summary().expired()).isTrue();
        projects.run(parts -> parts.store().renew(admin(slug), Optional.empty()));
        assertThat(startable("bob")).as("renewed").hasSize(1);

        projects.run(parts -> parts.store().move(by("alice", slug), ProjectEvent.ARCHIVE));
        assertThat(startable("bob")).as("archived").isEmpty();
        assertThat(projects.told("bob").get(0)).isEqualTo("project-archived PINNs alice");
        assertThatThrownBy(() -> projects.run(parts -> parts.store().move(by("alice", slug), ProjectEvent.UNARCHIVE)))
                .isInstanceOf(ProjectNotPermittedException.class);
        projects.run(parts -> parts.store().move(admin(slug), ProjectEvent.UNARCHIVE));
        assertThat(startable("bob")).hasSize(1);

        projects.remove("alice", slug, "bob");
        assertThat(startable("bob")).as("removed").isEmpty();
    }

    @Test
    void joinsWhomTheLinkHasBroughtWhenAManagerAgrees() {
        String slug = projects.active("alice", "GPU");
        String link = details("alice", slug).linkKey().orElseThrow();

        projects.run(parts -> parts.members().requestByLink("bob", link));
        assertThat(startable("bob")).isEmpty();
        assertThat(projects.told("alice").get(0)).isEqualTo("member-requested PINNs bob");
        assertThatThrownBy(() -> projects.run(parts -> parts.members().requestByLink("bob", link)))
                .isInstanceOf(ProjectConflictException.class);
        assertThatThrownBy(() -> advance("bob", slug, "bob", MemberEvent.APPROVE))
                .isInstanceOf(ProjectNotPermittedException.class);

        advance("alice", slug, "bob", MemberEvent.APPROVE);
        assertThat(startable("bob")).hasSize(1);
        assertThat(projects.told("bob")).containsExactly("member-approved PINNs alice");
    }

    @Test
    void waitsForAnAdministratorWhereThatIsConfigured() {
        projects.adminApproves = true;
        String slug = projects.active("alice", "GPU", "bob");
        assertThat(startable("bob")).isEmpty();
        assertThat(found(ProjectFilter.MEMBERS)).containsExactly(slug);
        assertThatThrownBy(() -> advance("alice", slug, "bob", MemberEvent.APPROVE))
                .isInstanceOf(ProjectNotPermittedException.class);

        projects.run(parts -> parts.members().advance(admin(slug), "bob", MemberEvent.APPROVE));
        assertThat(startable("bob")).hasSize(1);
        assertThat(found(ProjectFilter.MEMBERS)).isEmpty();
    }

    @Test
    void hidesProjectsFromThoseWhoAreNoMembers() {
        String slug = projects.active("alice", "GPU");
        advance("alice", slug, "bob", MemberEvent.INVITE);

        assertThatThrownBy(() -> details("carla", slug)).isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> details("bob", slug)).as("invited").isInstanceOf(ProjectNotFoundException.class);
        assertThat(mine("bob")).extracting(ProjectSummary::mine).containsExactly(MemberState.INVITED);
        for (MemberEvent event : MemberEvent.values()) {
            assertThatThrownBy(() -> advance("carla", slug, "carla", event))
                    .as("carla " + event)
                    .isInstanceOf(ProjectNotFoundException.class);
            assertThatThrownBy(() -> advance("bob", slug, "alice", event))
                    .as("bob " + event)
                    .isInstanceOf(ProjectNotPermittedException.class);
        }
        assertThat(mine("carla")).isEmpty();
    }

    @Test
    void showsPlainMembersNeitherTheLinkNorWhoWaits() {
        String slug = projects.active("alice", "GPU", "bob");
        advance("alice", slug, "carla", MemberEvent.INVITE);

        ProjectDetails seen = details("bob", slug);
        assertThat(seen.linkKey()).isEmpty();
        assertThat(seen.members()).extracting(ProjectMember::user).containsExactly("alice", "bob");
        assertThat(seen.possible()).isEmpty();
        assertThat(details("alice", slug).members())
                .extracting(ProjectMember::user)
                .containsExactly("alice", "bob", "carla");
        assertThatThrownBy(() -> projects.run(parts -> parts.reads().requireManaging(by("bob", slug))))
                .isInstanceOf(ProjectNotPermittedException.class);
    }

    @Test
    void letsTheOwnerGoOnlyAfterHandingOver() {
        String slug = projects.active("alice", "GPU", "bob");
        assertThatThrownBy(() -> advance("alice", slug, "alice", MemberEvent.LEAVE))
                .isInstanceOf(ProjectConflictException.class);
        assertThatThrownBy(() -> projects.run(parts -> parts.members().handOver(by("alice", slug), "carla")))
                .as("no member")
                .isInstanceOf(ProjectNotPermittedException.class);
        assertThatThrownBy(() -> projects.run(parts -> parts.members().handOver(by("bob", slug), "bob")))
                .isInstanceOf(ProjectNotPermittedException.class);

        projects.run(parts -> parts.members().handOver(by("alice", slug), "bob"));
        assertThat(details("bob", slug).summary().owner()).isEqualTo("bob");
        assertThat(details("bob", slug).summary().mine()).isEqualTo(MemberState.OWNER);
        assertThat(details("alice", slug).summary().mine()).isEqualTo(MemberState.MANAGER);
        advance("alice", slug, "alice", MemberEvent.LEAVE);

        projects.run(parts -> parts.members().handOver(admin(slug), "carla"));
        assertThat(details("carla", slug).summary().mine()).isEqualTo(MemberState.OWNER);
    }

    @Test
    void takesOneOfTwoAnswersThatMeet() throws Exception {
        String slug = projects.active("alice", "GPU");
        for (int round = 0; round < 10; round++) {
            advance("alice", slug, "bob", MemberEvent.INVITE);
            List<Callable<Boolean>> answers = List.of(
                    () -> succeeds(() -> advance("bob", slug, "bob", MemberEvent.ACCEPT)),
                    () -> succeeds(() -> advance("bob", slug, "bob", MemberEvent.DECLINE)),
                    () -> succeeds(() ->
                            projects.run(parts -> parts.members().advance(admin(slug), "bob", MemberEvent.REMOVE))));
            assertThat(together(answers)).isLessThanOrEqualTo(2).isPositive();
            boolean in = !mine("bob").isEmpty();
            assertThat(startable("bob").isEmpty()).isEqualTo(!in);
            if (in) {
                projects.remove("alice", slug, "bob");
            }
        }
    }

    @Test
    void makesOneMemberOfManyInvitationsAtATime() throws Exception {
        String slug = projects.active("alice", "GPU");
        List<Callable<Boolean>> invitations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            invitations.add(() -> succeeds(() -> advance("alice", slug, "bob", MemberEvent.INVITE)));
        }
        assertThat(together(invitations)).isEqualTo(1);
        assertThat(projects.told("bob")).containsExactly("member-invited PINNs alice");
    }

    @Test
    void warnsOnceOfEachNumberOfDays() {
        String slug = projects.active("alice", "GPU", "bob");
        projects.run(parts -> parts.store().renew(admin(slug), in(31)));
        List<String> before = projects.told("alice");
        assertThat(warned(slug)).isFalse();

        clock.forward(Duration.ofDays(2));
        assertThat(warned(slug)).isTrue();
        assertThat(warned(slug)).as("repeated").isFalse();
        clock.forward(Duration.ofDays(23));
        assertThat(warned(slug)).as("the night of 14 days was missed").isTrue();
        assertThat(warned(slug)).isFalse();
        clock.forward(Duration.ofDays(10));
        assertThat(warned(slug)).as("too late").isFalse();

        List<String> after = projects.told("alice");
        assertThat(after.subList(0, after.size() - before.size()))
                .containsExactly("project-expires.7 PINNs", "project-expires.30 PINNs");
        assertThat(projects.told("bob")).noneMatch(text -> text.startsWith("project-expires"));

        projects.run(parts -> parts.store().renew(admin(slug), in(6)));
        assertThat(warned(slug)).as("renewed for a short time").isTrue();
    }

    @Test
    void takesANameOnceOfEachOwner() {
        request("alice", "PINNs");
        request("bob", "PINNs");
        String other = request("alice", "Other");

        assertThatThrownBy(() -> request("alice", "PINNs")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> projects.run(
                        parts -> parts.store().describe(by("alice", other), new ProjectText("PINNs", ""), 1)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() {
        String slug = projects.active("alice", "GPU");
        long version = details("alice", slug).version();
        projects.run(parts -> parts.store().describe(by("alice", slug), new ProjectText("PINNs 2", ""), version));

        assertThatThrownBy(() -> projects.run(
                        parts -> parts.store().describe(by("alice", slug), new ProjectText("PINNs 3", ""), version)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> projects.run(parts -> parts.store().assign(admin(slug), List.of(), version)))
                .isInstanceOf(ChangedMeanwhileException.class);
        long seen = details("alice", slug).version();
        projects.run(parts -> parts.store().assign(admin(slug), List.of(), seen));
        assertThat(details("alice", slug).version()).isGreaterThan(seen);
        assertThat(startable("alice")).isEmpty();
        assertThatThrownBy(() -> projects.run(parts -> parts.store().assign(admin(slug), List.of("unknown"), seen + 1)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void findsByStateAndTextInParts() {
        String asked = request("alice", "Ask");
        String active = projects.active("bob", "GPU");
        String expired = projects.active("carla", "GPU");
        projects.run(parts -> parts.store().askRenewal(by("carla", expired)));
        assertThat(found(ProjectFilter.RENEWAL)).containsExactly(expired);
        projects.run(parts -> parts.store().renew(admin(expired), in(1)));
        clock.forward(Duration.ofDays(2));

        assertThat(found(ProjectFilter.REQUESTED)).containsExactly(asked);
        assertThat(found(ProjectFilter.ACTIVE)).containsExactly(active);
        assertThat(found(ProjectFilter.EXPIRED)).containsExactly(expired);
        assertThat(found(ProjectFilter.RENEWAL)).as("renewed").isEmpty();
        assertThat(page(new ProjectQuery(Optional.empty(), Optional.of("inn"), ProjectOrder.NEWEST), Optional.empty())
                        .projects())
                .extracting(ProjectSummary::slug)
                .containsExactly(expired, active);
        assertThat(page(new ProjectQuery(Optional.empty(), Optional.of("_"), ProjectOrder.NEWEST), Optional.empty())
                        .projects())
                .isEmpty();
        ProjectPage first = projects.call(parts -> parts.reads().find(ProjectQuery.ALL, 2, Optional.empty()));
        ProjectPage second = projects.call(parts -> parts.reads().find(ProjectQuery.ALL, 2, first.next()));
        assertThat(first.projects()).extracting(ProjectSummary::slug).containsExactly(expired, active);
        assertThat(second.projects()).extracting(ProjectSummary::slug).containsExactly(asked);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void isNothingWhereTheSiteDoesWithout() {
        String slug = projects.active("alice", "GPU", "bob");
        String link = details("alice", slug).linkKey().orElseThrow();
        projects.enabled = false;

        assertThat(startable("alice")).isEmpty();
        for (Runnable wish : List.<Runnable>of(
                () -> request("alice", "Other"),
                () -> mine("alice"),
                () -> details("alice", slug),
                () -> page(ProjectQuery.ALL, Optional.empty()),
                () -> advance("alice", slug, "bob", MemberEvent.PROMOTE),
                () -> projects.run(parts -> parts.members().requestByLink("carla", link)),
                () -> projects.run(parts -> parts.store().askRenewal(by("alice", slug))))) {
            assertThatThrownBy(wish::run).isInstanceOf(ProjectNotFoundException.class);
        }
    }

    @Test
    void letsNobodyInWhileItIsNotActive() {
        String asked = request("alice", "Other");
        assertThatThrownBy(() -> advance("alice", asked, "bob", MemberEvent.INVITE))
                .isInstanceOf(ProjectConflictException.class);

        String slug = projects.active("alice", "GPU");
        advance("alice", slug, "bob", MemberEvent.INVITE);
        projects.run(parts -> parts.store().move(by("alice", slug), ProjectEvent.ARCHIVE));
        assertThatThrownBy(() -> advance("bob", slug, "bob", MemberEvent.ACCEPT))
                .isInstanceOf(ProjectConflictException.class);
        advance("bob", slug, "bob", MemberEvent.DECLINE);
        assertThat(mine("bob")).isEmpty();
    }

    private static boolean succeeds(Runnable action) {
        try {
            action.run();
            return true;
        } catch (ProjectConflictException | ProjectNotPermittedException | ProjectNotFoundException refused) {
            return false;
        }
    }

    private static int together(List<Callable<Boolean>> actions) throws InterruptedException, ExecutionException {
        int done = 0;
        var pool = Executors.newFixedThreadPool(actions.size());
        for (Future<Boolean> action : pool.invokeAll(actions)) {
            done += action.get() ? 1 : 0;
        }
        pool.shutdown();
        return done;
    }

    private Optional<Instant> in(int days) {
        return Optional.of(clock.instant().plus(Duration.ofDays(days)));
    }

    private boolean warned(String slug) {
        return projects.call(parts -> parts.store().warn(slug));
    }

    private String request(String user, String name) {
        return projects.call(
                parts -> parts.store().request(user, ProjectText.checked(name, ""), Classification.DEFAULT));
    }

    private void advance(String actor, String slug, String subject, MemberEvent event) {
        projects.run(parts -> parts.members().advance(by(actor, slug), subject, event));
    }

    private ProjectDetails details(String user, String slug) {
        return projects.call(parts -> parts.reads().details(by(user, slug)));
    }

    private List<ProjectSummary> mine(String user) {
        return projects.call(parts -> parts.reads().mine(user));
    }

    private List<ProjectTemplate> startable(String user) {
        return projects.call(parts -> parts.starts().startable(user));
    }

    private List<String> found(ProjectFilter filter) {
        return page(new ProjectQuery(Optional.of(filter), Optional.empty(), ProjectOrder.NEWEST), Optional.empty())
                .projects()
                .stream()
                .map(ProjectSummary::slug)
                .toList();
    }

    private ProjectPage page(ProjectQuery query, Optional<String> cursor) {
        return projects.call(parts -> parts.reads().find(query, 50, cursor));
    }

    /** @return oldest first */
    private List<String> audited() {
        try (EntityManager own = database.open()) {
            List<String> newestFirst = new ArrayList<>();
            TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                    .map(entry ->
                            (entry.action() + " " + entry.actor() + " " + entry.about() + " " + entry.detail()).strip())
                    .forEach(entry -> newestFirst.add(0, entry));
            return newestFirst;
        }
    }
}
