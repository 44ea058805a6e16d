package org.carme.projects;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carme.audit.TestAudit;
import org.carme.configuration.ConfigurationSection;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.messages.Message;
import org.carme.messages.TestMessages;
import org.carme.templates.StartOptionsService;
import org.carme.templates.Template;

/** Projects on a test's database, each call in a transaction of its own, as the container would give it. */
public final class TestProjects {
    private final TestDatabase database;
    private final Clock clock;
    boolean enabled = true;
    boolean adminApproves;
    String useVisibleTo = "managers";

    public TestProjects(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What one transaction works with. */
    record Parts(ProjectStore store, MemberStore members, ProjectReads reads, ProjectStarts starts) {}

    /** Works in the transactions of that entity manager. */
    public static ProjectStarts starts(EntityManager entityManager, Clock clock) {
        ProjectStarts starts = new ProjectStarts();
        starts.projects = new ProjectRepository(entityManager);
        starts.settings = settings(true, false, "managers");
        starts.clock = clock;
        return starts;
    }

    private static ProjectNews news(EntityManager entityManager, Clock clock) {
        ProjectNews news = new ProjectNews();
        news.projects = new ProjectRepository(entityManager);
        news.messages = TestMessages.on(entityManager, clock);
        news.audit = TestAudit.on(entityManager, clock);
        return news;
    }

    /** The real part of the configuration file. */
    public static ConfigurationSection section(EntityManager entityManager, Clock clock, boolean enabled) {
        ProjectSection section = new ProjectSection();
        section.projects = new ProjectRepository(entityManager);
        section.settings = settings(enabled, false, "managers");
        section.changes = new ProjectImport();
        section.changes.projects = section.projects;
        section.changes.news = news(entityManager, clock);
        section.changes.clock = clock;
        return section;
    }

    /** @return the slug of an active project that gives the template to its owner and these members */
    public String active(String owner, String template, String... members) {
        addTemplate(template);
        String slug = call(parts -> parts.store().request(owner, new ProjectText("PINNs", ""), Classification.DEFAULT));
        run(parts -> parts.store().approve(admin(slug), Optional.empty(), List.of(template)));
        for (String member : members) {
            invite(owner, slug, member);
            run(parts -> parts.members().advance(by(member, slug), member, MemberEvent.ACCEPT));
        }
        return slug;
    }

    /** Asks somebody to join. */
    public void invite(String owner, String slug, String invited) {
        run(parts -> parts.members().advance(by(owner, slug), invited, MemberEvent.INVITE));
    }

    /** Removes somebody from the project. */
    public void remove(String owner, String slug, String member) {
        run(parts -> parts.members().advance(by(owner, slug), member, MemberEvent.REMOVE));
    }

    static ProjectCall by(String user, String slug) {
        return new ProjectCall(user, false, slug);
    }

    static ProjectCall admin(String slug) {
        return new ProjectCall("admin", true, slug);
    }

    void run(Consumer<Parts> action) {
        call(parts -> {
            action.accept(parts);
            return null;
        });
    }

    <T> T call(Function<Parts, T> action) {
        return Retry.onConflict(() -> {
            try (EntityManager own = database.open()) {
                Parts parts = parts(own);
                return TestDatabase.inTransaction(own, () -> action.apply(parts));
            }
        });
    }

    /** @return newest first, as {@code key subject detail} */
    List<String> told(String user) {
        try (EntityManager own = database.open()) {
            return TestMessages.on(own, clock).recent(user, 50).stream()
                    .map(TestProjects::words)
                    .toList();
        }
    }

    private static String words(Message message) {
        return (message.key() + " " + message.subject() + " " + message.detail()).strip();
    }

    private void addTemplate(String name) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(
                    own,
                    () -> own.createNativeQuery(
                                    "INSERT IGNORE INTO resource_templates (name, partition_name, max_jobs, max_nodes, max_minutes,"
                                            + " default_minutes, cpus_per_accelerator, megabytes_per_accelerator)"
                                            + " VALUES (?, 'gpu', 1, 1, 1, 1, 1, 1)")
                            .setParameter(1, name)
                            .executeUpdate());
        }
    }

    private static ProjectSettings settings(boolean enabled, boolean adminApproves, String useVisibleTo) {
        ProjectSettings settings = new ProjectSettings();
        settings.enabled = enabled;
        settings.adminApproves = adminApproves;
        settings.useVisibleTo = useVisibleTo;
        settings.validate();
        return settings;
    }

    private Parts parts(EntityManager own) {
        ProjectRepository projects = new ProjectRepository(own);
        ProjectAccess access = new ProjectAccess();
        access.projects = projects;
        access.settings = settings(enabled, adminApproves, useVisibleTo);
        ProjectNews news = news(own, clock);
        ProjectStore store = new ProjectStore();
        store.projects = projects;
        store.access = access;
        store.news = news;
        store.templates = new EveryTemplateButOne();
        store.clock = clock;
        MemberStore members = new MemberStore();
        members.projects = projects;
        members.access = access;
        members.settings = access.settings;
        members.news = news;
        members.clock = clock;
        ProjectReads reads = new ProjectReads();
        reads.projects = projects;
        reads.access = access;
        reads.settings = access.settings;
        reads.use = slug -> List.of(new ProjectUse.Share("alice", 1, 0, 2));
        reads.clock = clock;
        ProjectStarts starts = starts(own, clock);
        starts.settings = access.settings;
        return new Parts(store, members, reads, starts);
    }

    private static final class EveryTemplateButOne extends StartOptionsService {
        @Override
        public Optional<Template> template(String name) {
            return name.equals("unknown")
                    ? Optional.empty()
                    : Optional.of(new Template(
                            name,
                            Set.of(),
                            "gpu",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            1,
                            Duration.ofHours(1),
                            Duration.ofHours(1),
                            1,
                            0,
                            Map.of(),
                            List.of(),
                            true));
        }
    }
}
