package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every order, read in parts of one, so that nothing is left out or told twice where values are the same. */
class ProjectOrderIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final TestProjects projects = new TestProjects(database, clock);

    @BeforeEach
    void ask() {
        request("bob", "B", 9);
        request("alice", "C", 0);
        request("bob", "A", 3);
        request("carla", "B", 3);
        request("alice", "D", 0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isThatOfTheColumn() {
        assertThat(read(ProjectOrder.NEWEST)).containsExactly("D alice", "B carla", "A bob", "C alice", "B bob");
        assertThat(read(ProjectOrder.NAME)).containsExactly("A bob", "B bob", "B carla", "C alice", "D alice");
        assertThat(read(ProjectOrder.OWNER)).containsExactly("C alice", "D alice", "B bob", "A bob", "B carla");
        assertThat(read(ProjectOrder.END)).containsExactly("A bob", "B carla", "B bob", "C alice", "D alice");
    }

    private List<String> read(ProjectOrder order) {
        ProjectQuery query = new ProjectQuery(Optional.empty(), Optional.empty(), order);
        List<String> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> from = cursor;
            ProjectPage page = projects.call(parts -> parts.reads().find(query, 1, from));
            page.projects().forEach(project -> found.add(project.name() + " " + project.owner()));
            cursor = page.next();
        } while (cursor.isPresent());
        return found;
    }

    private void request(String owner, String name, int days) {
        String slug =
                projects.call(parts -> parts.store().request(owner, new ProjectText(name, ""), Classification.DEFAULT));
        projects.run(parts -> parts.store()
                .approve(
                        TestProjects.admin(slug),
                        days == 0
                                ? Optional.empty()
                                : Optional.of(clock.instant().plus(Duration.ofDays(days))),
                        List.of()));
    }
}
