package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.carme.common.InvalidRequestException;
import org.carme.database.TestDatabase;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A build from its start to its end on the other database. */
@EnabledIfEnvironmentVariable(named = "CARME_MARIADB_URL", matches = ".+")
class BuildsOnMariaDbIT extends BuildsOnDatabase {
    @Override
    TestDatabase database() {
        return TestDatabase.onMariaDb();
    }

    @Test
    void makesAVersionOnceAndOffersIt() {
        JobSummary job = start("alice", plan("torch", "1"));
        assertThatThrownBy(() -> start("alice", plan("torch", "1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("version-building");
        progress(progress -> progress.keepContents(job.id(), progress.contents.check(BOM)));

        report(job, running(), READY);
        report(job, done(), READY);
        end(job, JobOutcome.COMPLETED, "");
        store(store -> store.offer("alice", job.id().value()));

        assertThat(details(job).summary().state()).isEqualTo(BuildState.DONE);
        assertThat(rows("SELECT package_count FROM image_contents")).containsExactly("1");
        store(store -> assertThat(store.offered())
                .singleElement()
                .satisfies(build -> assertThat(build.offered()).isTrue()));
    }
}
