package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carme.projects.TestProjects.admin;
import static org.carme.projects.TestProjects.by;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How confidential a project's data are: said with the request, changed by administrators alone. */
class ClassificationIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final TestProjects projects = new TestProjects(database, clock);
    private final String slug = projects.call(
            parts -> parts.store().request("alice", ProjectText.checked("PINNs", ""), Classification.CONFIDENTIAL));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isChangedByAdministratorsAlone() {
        assertThat(details().summary().classification()).isEqualTo(Classification.CONFIDENTIAL);
        assertThatThrownBy(() -> classify(by("alice", slug), details().version()))
                .isInstanceOf(ProjectNotPermittedException.class);

        classify(admin(slug), details().version());

        assertThat(details().summary().classification()).isEqualTo(Classification.PUBLIC);
        assertThat(projects.told("alice").get(0)).isEqualTo("project-changed PINNs admin");
        try (EntityManager own = database.open()) {
            assertThat(TestAudit.on(own, clock)
                            .all("admin", AuditQuery.ALL, 1, Optional.empty())
                            .entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.action() + " " + entry.detail())
                            .isEqualTo("project-changed confidential → public"));
        }
    }

    @Test
    void isNotChangedByWhoHasNotSeenIt() {
        long seen = details().version();
        classify(admin(slug), seen);

        assertThatThrownBy(() -> classify(admin(slug), seen)).isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void decidesAsSoonAsItIsChanged() {
        assertThat(projects.<Classification>call(parts -> parts.starts().classification(slug)))
                .isEqualTo(Classification.CONFIDENTIAL);

        classify(admin(slug), details().version());

        assertThat(projects.<Classification>call(parts -> parts.starts().classification(slug)))
                .isEqualTo(Classification.PUBLIC);
    }

    private void classify(ProjectCall call, long version) {
        projects.run(parts -> parts.store().classify(call, Classification.PUBLIC, version));
    }

    private ProjectDetails details() {
        return projects.call(parts -> parts.reads().details(by("alice", slug)));
    }
}
