package org.carme.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.SettableClock;
import org.carme.configuration.ConfigurationChange.Kind;
import org.carme.database.TestDatabase;
import org.carme.projects.TestProjects;
import org.carme.quotas.TestQuotas;
import org.carme.templates.ProjectTemplate;
import org.carme.templates.TestTemplates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file and the real templates and limits. */
class ConfigurationStoreIT {
    private static final String TEMPLATE = """
            version: 1
            templates:
              - name: GPU
                groups: [lab, students]
                partition: gpu
                maxJobs: 4
                maxNodes: 2
                maxMinutes: 480
                defaultMinutes: 120
                cpusPerAccelerator: 2
                accelerators: {a100: 4}
                images: [base]
            """;
    private static final String QUOTA = """
            version: 1
            quotas:
              - subject: GROUP
                name: lab
                resource: ACCELERATOR_HOURS
                period: MONTH
                limit: 100
            """;

    private static final String PROJECT = TEMPLATE + """
            projects:
              - slug: pinns
                name: PINNs
                owner: alice
                managers: [bob]
                members: [carla]
                until: 2030-03-31
                templates: [GPU]
                description: |-
                  Physics,
                  informed.
            quotas:
              - subject: PROJECT
                name: pinns
                resource: JOBS
                limit: 3
            """;

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final Set<String> used = new HashSet<>();
    private boolean withProjects = true;

    @BeforeEach
    void addImage() {
        transaction(own -> {
            TestTemplates.addImage(own);
            return null;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void bringsAnotherPortalToTheSameState() {
        apply(TEMPLATE);
        apply(QUOTA);
        String exported = store(ConfigurationStore::export);
        apply(TEMPLATE.replace("maxJobs: 4", "maxJobs: 9"));

        ConfigurationPlan plan = apply(exported);

        assertThat(plan.changes())
                .containsExactly(
                        new ConfigurationChange("templates", "GPU", Kind.CHANGED, "maxJobs: 9 → 4"),
                        new ConfigurationChange("quotas", "GROUP lab ACCELERATOR_HOURS MONTH", Kind.UNCHANGED, ""));
        assertThat(store(ConfigurationStore::export)).isEqualTo(exported).startsWith("# Carme");
    }

    @Test
    void writesDownEveryChangeAndNothingElse() {
        apply(TEMPLATE);
        apply(TEMPLATE);
        apply(QUOTA);
        apply(QUOTA.replace("limit: 100", "limit: 50"));
        apply("version: 1\ncomplete: true\nquotas: []");

        assertThat(audited())
                .containsExactly(
                        "quota-deleted 50", "quota-changed limit: 100 → 50", "quota-created 100", "template-created ");
    }

    @Test
    void changesNothingWhenItOnlyCompares() {
        apply(TEMPLATE);

        ConfigurationPlan plan = compare("version: 1\ncomplete: true\ntemplates: []");

        assertThat(plan.changes()).extracting(ConfigurationChange::kind).containsExactly(Kind.REMOVED);
        assertThat(compare(TEMPLATE).count(Kind.UNCHANGED)).isEqualTo(1);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void leavesAloneWhatAFileDoesNotOwn() {
        apply(TEMPLATE);
        apply(QUOTA);

        assertThat(apply(TEMPLATE.replace("GPU", "Other")).count(Kind.REMOVED))
                .as("not complete")
                .isZero();
        assertThat(apply("version: 1\ncomplete: true\n").changes())
                .as("no section is named")
                .isEmpty();
        assertThat(store(ConfigurationStore::export)).contains("GPU", "Other", "ACCELERATOR_HOURS");
    }

    @Test
    void neverRemovesATemplateInUse() {
        apply(TEMPLATE);
        used.add("GPU");

        assertThat(refusal("version: 1\ncomplete: true\ntemplates: []")
                        .get(0)
                        .why()
                        .messageKey())
                .isEqualTo("conflict.template-in-use");
        assertThat(compare(TEMPLATE).count(Kind.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void noticesWhatHasChangedSinceItWasCompared() {
        String seen = compare(TEMPLATE).state();
        apply(QUOTA);

        assertThatThrownBy(() -> store(store -> store.apply("admin", read(TEMPLATE), Optional.of(seen))))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(compare(TEMPLATE).count(Kind.ADDED)).isEqualTo(1);
        String now = compare(TEMPLATE).state();
        store(store -> store.apply("admin", read(TEMPLATE), Optional.of(now)));
        assertThat(compare(TEMPLATE).count(Kind.UNCHANGED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "maxJobs: 4, maxJobs: none, 6",
        "maxJobs: 4, maxJobs: 0, 6",
        "maxJobs: 4, maxJobs: 99999999999999, 6",
        "maxJobs: 4, maxJobz: 4, 6",
        "partition: gpu, partition: 'a b', 5",
        "partition: gpu, enabled: true, 3",
        "name: GPU, 'name: !!java.util.Date {}', 3",
        "'[base]', '[other]', 3",
        "'[base]', base, 12",
        "a100: 4, a100: x, 11",
        "version: 1, version: 2, 1",
        "version: 1, 'nothing: 1', 1"
    })
    void namesTheLineOfWhatIsWrong(String right, String wrong, int line) {
        assertThat(refusal(TEMPLATE.replace(right, wrong)))
                .extracting(ConfigurationProblem::line)
                .containsExactly(line);
        assertThat(audited()).isEmpty();
    }

    @Test
    void refusesOneObjectTwice() {
        String twice = QUOTA + QUOTA.substring(QUOTA.indexOf("  - "));

        assertThat(refusal(twice)).extracting(ConfigurationProblem::line).containsExactly(8);
    }

    @Test
    void changesNothingForOneWrongLineOfManyAndAnswersSoon() {
        String many = "version: 1\nquotas:\n"
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "- {subject: USER, name: u%d, resource: JOBS, limit: %s}"
                                .formatted(i, i == 9_000 ? "-1" : "1"))
                        .collect(Collectors.joining("\n"));
        long begin = System.nanoTime();

        assertThat(refusal(many)).extracting(ConfigurationProblem::line).containsExactly(9_003);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(compare("version: 1\ncomplete: true\nquotas: []").changes()).isEmpty();
    }

    @Test
    void appliesManyRowsAndRemovesThem() {
        String many = "version: 1\nquotas:\n"
                + IntStream.range(0, 500)
                        .mapToObj(i -> "- {subject: USER, name: u%d, resource: JOBS, limit: 1}".formatted(i))
                        .collect(Collectors.joining("\n"));
        apply(many);

        ConfigurationPlan changed = apply(many.replace("limit: 1", "limit: 2"));
        ConfigurationPlan removed = apply("version: 1\ncomplete: true\nquotas: []");

        assertThat(changed.count(Kind.CHANGED)).isEqualTo(500);
        assertThat(removed.count(Kind.REMOVED)).isEqualTo(500);
        assertThat(store(ConfigurationStore::export)).contains("quotas: []");
    }

    @Test
    void makesProjectsWithTheTemplatesAndLimitsOfTheSameFile() {
        assertThat(apply(PROJECT).count(Kind.ADDED)).isEqualTo(3);
        String exported = store(ConfigurationStore::export);

        assertThat(exported).contains("slug: pinns", "owner: alice", "until: 2030-04-01T00:00:00Z");
        assertThat(apply(exported).count(Kind.UNCHANGED)).isEqualTo(3);
        assertThat(apply(PROJECT).count(Kind.UNCHANGED)).isEqualTo(3);
        assertThat(store(ConfigurationStore::export)).isEqualTo(exported);
        assertThat(audited())
                .containsExactly(
                        "quota-created 3",
                        "project-approved ",
                        "member-approved carla",
                        "member-promoted bob",
                        "template-created ");
    }

    @Test
    void changesAProjectAndItsMembers() {
        apply(PROJECT);

        apply(PROJECT.replace("owner: alice", "owner: carla")
                .replace("members: [carla]", "members: [bob, dora]")
                .replace("managers: [bob]", "managers: []")
                .replace("until: 2030-03-31", "until: 2031-03-31"));

        assertThat(store(ConfigurationStore::export))
                .contains("owner: carla", "- dora")
                .doesNotContain("alice");
        assertThat(audited().subList(0, 5))
                .containsExactly(
                        "project-handed-over alice → carla",
                        "member-approved dora",
                        "member-demoted bob",
                        "member-removed alice",
                        "project-changed until: 2030-04-01T00:00:00Z → 2031-04-01T00:00:00Z");
    }

    @Test
    void archivesProjectsThatACompleteFileLacks() {
        apply(PROJECT);

        ConfigurationPlan plan = apply("version: 1\ncomplete: true\nprojects: []");

        assertThat(plan.changes())
                .containsExactly(new ConfigurationChange("projects", "pinns", Kind.CHANGED, "archived: – → true"));
        assertThat(audited().get(0)).isEqualTo("project-archived ");
        assertThat(compare("version: 1\ncomplete: true\nprojects: []").count(Kind.UNCHANGED))
                .isEqualTo(1);
        apply(PROJECT);
        assertThat(audited().get(0)).isEqualTo("project-unarchived ");
    }

    @Test
    void bringsAnArchiveToAnotherPortal() {
        String archive = PROJECT.replace("    templates", "    archived: true\n    templates");
        apply(archive);

        String exported = store(ConfigurationStore::export);
        assertThat(exported).contains("archived: true", "- carla");
        assertThat(apply("complete: true\n" + exported).count(Kind.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void refusesProjectsWhereThereAreNone() {
        withProjects = false;

        ConfigurationProblem first = refusal(PROJECT).get(0);

        assertThat(first.line()).isEqualTo(13);
        assertThat(first.why().messageKey()).isEqualTo("invalid-request.section-off");
        assertThat(compare(TEMPLATE).count(Kind.ADDED))
                .as("nothing of the file is kept")
                .isEqualTo(1);
        assertThat(store(ConfigurationStore::export)).doesNotContain("projects");
    }

    @Test
    void refusesTheLimitOfAProjectWhereThereAreNone() {
        withProjects = false;

        assertThat(refusal("version: 1\nquotas:\n  - {subject: PROJECT, name: pinns, resource: JOBS, limit: 3}"))
                .extracting(problem -> problem.why().messageKey())
                .containsExactly("invalid-request.project");
    }

    @Test
    void keepsProjectsAndTheirLimitsWhileTheyAreSwitchedOff() {
        apply(PROJECT);
        withProjects = false;

        String exported = store(ConfigurationStore::export);
        assertThat(exported).doesNotContain("projects:").contains("name: pinns");
        assertThat(apply("complete: true\n" + exported).count(Kind.UNCHANGED)).isEqualTo(2);

        withProjects = true;
        assertThat(compare(PROJECT).count(Kind.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void givesNobodyTheTemplatesOfAnArchivedProject() {
        apply(PROJECT.replace("    templates", "    archived: true\n    templates"));

        assertThat(startable("carla")).isEmpty();
        assertThat(audited()).contains("project-archived ", "member-approved carla");
        apply(PROJECT);
        assertThat(startable("carla")).containsExactly("GPU");
        apply(PROJECT.replace("    templates", "    archived: true\n    templates"));
        assertThat(startable("carla")).isEmpty();
        assertThat(startable("alice")).isEmpty();
    }

    private List<String> startable(String user) {
        return transaction(own -> TestProjects.starts(own, clock).startable(user).stream()
                .map(ProjectTemplate::template)
                .toList());
    }

    @Test
    void keepsNothingOfAFileWhenThePortalDiesBeforeTheCommit() {
        assertThatThrownBy(() -> store(store -> {
                    store.apply("admin", read(PROJECT), Optional.empty());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(compare(PROJECT).count(Kind.ADDED)).isEqualTo(3);
        assertThat(audited()).isEmpty();
    }

    @Test
    void writesNoAliasesForListsThatAreAllEmpty() {
        apply(PROJECT.replace("[bob]", "[]").replace("[carla]", "[]").replace("[lab, students]", "[]"));

        assertThat(compare(store(ConfigurationStore::export)).count(Kind.UNCHANGED))
                .isEqualTo(3);
    }

    @Test
    void leavesInvitationsAlone() {
        apply(PROJECT);
        new TestProjects(database, clock).invite("alice", "pinns", "erin");

        assertThat(store(ConfigurationStore::export)).doesNotContain("erin");
        apply(PROJECT.replace("members: [carla]", "members: []"));
        apply(PROJECT.replace("members: [carla]", "members: [erin]"));
        assertThat(audited().subList(0, 2)).containsExactly("member-approved erin", "member-removed carla");
    }

    @ParameterizedTest
    @CsvSource({
        "slug: pinns, slug: Pinns, 14",
        "slug: pinns, slug: other, 26",
        "owner: alice, owner: a b, 16",
        "'members: [carla]', 'members: [alice]', 14",
        "until: 2030-03-31, until: 2030-02-30, 19",
        "until: 2030-03-31, until: soon, 19",
        "templates: [GPU], templates: [Other], 14",
        "name: GPU, name: Other, 14",
        "archived: false, archive: true, 20"
    })
    void namesTheLineOfWhatIsWrongWithAProject(String right, String wrong, int line) {
        assertThat(refusal(PROJECT.replace("    templates", "    archived: false\n    templates")
                        .replace(right, wrong)))
                .extracting(ConfigurationProblem::line)
                .startsWith(line);
        assertThat(audited()).isEmpty();
    }

    private List<ConfigurationProblem> refusal(String file) {
        return catchThrowableOfType(ConfigurationRefusedException.class, () -> apply(file))
                .problems();
    }

    private ConfigurationPlan apply(String file) {
        return store(store -> store.apply("admin", read(file), Optional.empty()));
    }

    private ConfigurationPlan compare(String file) {
        return store(store -> store.compare(read(file)));
    }

    private static FileObject read(String file) {
        return ConfigurationFile.read(file);
    }

    private List<String> audited() {
        return transaction(
                own -> TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                        .map(entry -> entry.action() + " " + entry.detail())
                        .toList());
    }

    private <T> T store(Function<ConfigurationStore, T> action) {
        return transaction(own -> {
            ConfigurationStore store = new ConfigurationStore();
            store.sections = Stream.of(
                            TestTemplates.section(own, clock, used),
                            TestProjects.section(own, clock, withProjects),
                            TestQuotas.section(own, clock))
                    .toList();
            return action.apply(store);
        });
    }

    private <T> T transaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }
}
