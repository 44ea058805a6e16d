package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.carme.database.TestDatabase;
import org.carme.images.ImageUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which jobs use images, on a real database. */
class JobImageUseIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final JobImageUse use = new JobImageUse();

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void countsTheJobsOfEachVersion() {
        use.jobs = new JobRepository(entityManager);
        Job ended = start("base:1");
        TestDatabase.inTransaction(entityManager, () -> {
            ended.requestCancel(TestJobs.NOW);
            return ended;
        });
        start("base:1");
        Job newest = start("base:2");

        assertThat(use.active(List.of("base", "other"))).isEqualTo(Map.of("base", 2L));
        assertThat(use.ofVersions("base"))
                .isEqualTo(Map.of("1", new ImageUse.Jobs(1, 2), "2", new ImageUse.Jobs(1, 1)));
        assertThat(use.latest("base", 2))
                .extracting(ImageUse.Start::version, ImageUse.Start::active)
                .containsExactly(tuple("2", true), tuple("1", true));
        assertThat(use.latest("base", 1).get(0).job())
                .isEqualTo(newest.summary().id().value());
    }

    private Job start(String image) {
        return TestDatabase.inTransaction(
                entityManager,
                () -> use.jobs.add(new Job(
                        TestJobs.ALICE,
                        JobKeys.random(),
                        StartRules.check(TestJobs.in(image), TestJobs.template(4)),
                        null,
                        TestJobs.NOW)));
    }
}
