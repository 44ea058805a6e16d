package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.BiFunction;
import org.carme.projects.ProjectStarts;
import org.carme.templates.Charge;
import org.carme.users.Administrators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a job of alice's that is charged to a project of bob's, and what it uses. */
class AllJobsTest {
    private static final JobId ID = new JobId(1);

    private final AllJobs jobs = new AllJobs();
    private Charge charge = Charge.project("pinns");

    @BeforeEach
    void open() {
        jobs.administrators = new OnlyAdmin();
        jobs.jobs = new JobRepository() {
            @Override
            Optional<Job> find(JobId id) {
                return Optional.of(TestJobs.job().chargedTo(charge));
            }
        };
        visibleTo("administrators");
    }

    @Test
    void areShownWithTheirUseToTheirOwnersAlways() {
        visibleTo("owner");

        assertSeen(jobs::readable, "alice");
        assertSeen(jobs::withUse, "alice");
        assertSeen(jobs::ownWithUse, "alice");
    }

    @Test
    void areShownToAdministratorsAndTheirUseIfTheSiteWants() {
        assertSeen(jobs::readable, "admin");
        assertSeen(jobs::withUse, "admin");
        assertNotSeen(jobs::ownWithUse, "admin");

        visibleTo("project-managers");
        assertSeen(jobs::readable, "admin");
        assertNotSeen(jobs::withUse, "admin");
        assertThat(jobs.showsUse("admin", ID)).isFalse();
    }

    @Test
    void areShownToManagersOfTheProjectIfTheSiteWants() {
        assertNotSeen(jobs::readable, "bob");
        assertNotSeen(jobs::ownWithUse, "bob");

        visibleTo("administrators, project-managers");
        assertSeen(jobs::readable, "bob");
        assertSeen(jobs::withUse, "bob");
        assertSeen(jobs::ownWithUse, "bob");
        assertNotSeen(jobs::readable, "carla");

        charge = Charge.group("pinns");
        assertNotSeen(jobs::readable, "bob");
    }

    @Test
    void stopTheStartOnAWordThatNobodyKnows() {
        assertThatThrownBy(() -> visibleTo("everybody")).hasMessageContaining("carme.usage.visible-to");
    }

    private void visibleTo(String words) {
        jobs.readers = new UsageReaders();
        jobs.readers.visibleTo = words;
        jobs.readers.administrators = jobs.administrators;
        jobs.readers.projects = new BobManages();
        jobs.readers.read();
    }

    private static void assertSeen(BiFunction<String, JobId, JobSummary> call, String user) {
        assertThatCode(() -> call.apply(user, ID)).doesNotThrowAnyException();
    }

    private static void assertNotSeen(BiFunction<String, JobId, JobSummary> call, String user) {
        assertThatThrownBy(() -> call.apply(user, ID)).isInstanceOf(JobNotFoundException.class);
    }

    private static final class OnlyAdmin extends Administrators {
        @Override
        public boolean includes(String user) {
            return user.equals("admin");
        }
    }

    private static final class BobManages extends ProjectStarts {
        @Override
        public boolean manages(String user, String slug) {
            return user.equals("bob") && slug.equals("pinns");
        }
    }
}
