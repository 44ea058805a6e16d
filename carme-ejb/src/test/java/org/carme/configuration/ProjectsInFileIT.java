package org.carme.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.carme.configuration.ConfigurationChange.Kind;
import org.carme.projects.TestProjects;
import org.carme.templates.ProjectTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects in the file: made, changed, archived, and where there are none. */
class ProjectsInFileIT extends FileOnDatabase {
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
    void keepsTheClassification() {
        apply(PROJECT);

        apply(PROJECT.replace("    templates", "    classification: confidential\n    templates"));

        assertThat(audited().get(0)).isEqualTo("project-changed classification: – → confidential");
        String exported = store(ConfigurationStore::export);
        assertThat(exported).contains("classification: confidential");
        assertThat(apply(exported).count(Kind.UNCHANGED)).isEqualTo(3);
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
        "archived: false, archive: true, 20",
        "archived: false, classification: secret, 20"
    })
    void namesTheLineOfWhatIsWrongWithAProject(String right, String wrong, int line) {
        assertThat(refusal(PROJECT.replace("    templates", "    archived: false\n    templates")
                        .replace(right, wrong)))
                .extracting(ConfigurationProblem::line)
                .startsWith(line);
        assertThat(audited()).isEmpty();
    }
}
