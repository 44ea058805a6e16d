package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectUseIT {
    private final TestDatabase database = new TestDatabase();
    private final TestProjects projects = new TestProjects(database, new SettableClock());
    private final String slug = projects.active("alice", "GPU", "bob");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isShownToThoseWhoManage() {
        assertThat(seenBy("alice")).hasSize(1);
        assertThat(projects.<List<ProjectUse.Share>>call(parts -> parts.reads().use(TestProjects.admin(slug))))
                .hasSize(1);
        assertThatThrownBy(() -> seenBy("bob")).isInstanceOf(ProjectNotPermittedException.class);
        assertThatThrownBy(() -> seenBy("carla")).isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void isShownToMembersWhereThatIsConfigured() {
        projects.useVisibleTo = "members";

        assertThat(seenBy("bob")).hasSize(1);
        assertThatThrownBy(() -> seenBy("carla")).isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void isHiddenFromTheOwnerWhereThatIsConfigured() {
        projects.useVisibleTo = "admins";

        assertThatThrownBy(() -> seenBy("alice")).isInstanceOf(ProjectNotPermittedException.class);
    }

    private List<ProjectUse.Share> seenBy(String user) {
        return projects.call(parts -> parts.reads().use(TestProjects.by(user, slug)));
    }
}
