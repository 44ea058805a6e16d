package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators are told to look at. */
class WaitingProjectsIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final TestProjects projects = new TestProjects(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsRequestsAndRenewals() {
        String slug = request("alice", "PINNs");
        request("bob", "Course");
        assertThat(waiting()).isEqualTo(2);

        projects.run(parts -> parts.store()
                .approve(TestProjects.admin(slug), Optional.of(clock.instant().plus(Duration.ofDays(10))), List.of()));
        assertThat(waiting()).isEqualTo(1);
        projects.run(parts -> parts.store().askRenewal(TestProjects.by("alice", slug)));
        assertThat(waiting()).isEqualTo(2);
    }

    private String request(String owner, String name) {
        return projects.call(parts -> parts.store().request(owner, new ProjectText(name, ""), Classification.DEFAULT));
    }

    private long waiting() {
        return projects.call(parts -> parts.reads().waiting());
    }
}
