package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of memberships when somebody has left. */
class ProjectDataIT {
    private final TestDatabase database = new TestDatabase();
    private final String slug = new TestProjects(database, new SettableClock()).active("alice", "GPU", "bob");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsWhereSomebodyIsAMember() {
        assertThat(this.<List<JsonObject>>ask(
                        data -> data.part("bob", Optional.empty()).rows()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getString("slug")).isEqualTo(slug);
                    assertThat(row.getString("state")).isEqualTo("MEMBER");
                });
        assertThat(people()).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void endsAMembership() {
        forget("bob");

        assertThat(people()).containsExactly("alice");
    }

    @Test
    void leavesAProjectToItsMembersWhoseOwnerHasLeft() {
        forget("alice");

        assertThat(people()).containsExactlyInAnyOrder("left-1", "bob");
        assertThat(this.<String>ask(
                        data -> data.projects.find(slug).orElseThrow().owner()))
                .isEqualTo("left-1");
        assertThat(this.<Long>ask(data -> data.count("alice"))).isZero();
    }

    private Set<String> people() {
        return ask(ProjectData::people);
    }

    private void forget(String user) {
        ask(data -> {
            data.forget(user, "left-1");
            return true;
        });
    }

    private <T> T ask(Function<ProjectData, T> question) {
        try (EntityManager own = database.open()) {
            ProjectData data = new ProjectData();
            data.projects = new ProjectRepository(own);
            return TestDatabase.inTransaction(own, () -> question.apply(data));
        }
    }
}
