package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.SchedulerState;
import org.carme.database.TestDatabase;
import org.carme.users.PersonalData;
import org.carme.users.PersonalDataInUseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobDataIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final JobData data = new JobData();

    @BeforeEach
    void open() {
        data.jobs = new JobRepository(entityManager);
        entityManager.getTransaction().begin();
        data.jobs.lockStartsOf("alice");
    }

    @AfterEach
    void close() {
        entityManager.getTransaction().rollback();
        entityManager.close();
        database.close();
    }

    @Test
    void tellsEveryJobOnce() {
        for (int i = 0; i < 450; i++) {
            data.jobs.add(TestJobs.job());
        }
        int told = 0;
        Optional<String> cursor = Optional.empty();
        do {
            PersonalData.Part part = data.part("alice", cursor);
            told += part.rows().size();
            cursor = part.next();
        } while (cursor.isPresent());

        assertThat(told).isEqualTo(450);
        assertThat(data.part("bob", Optional.empty()).rows()).isEmpty();
    }

    @Test
    void keepsTheUseAndForgetsWhoseItWas() {
        ended();

        data.forget("alice", "left-1");
        entityManager.clear();

        assertThat(data.people()).isEmpty();
        assertThat(data.count("alice")).isZero();
        assertThat(data.count("left-1")).isEqualTo(1);
        Job job = new HistoryRepository(entityManager)
                .find(new HistoryCriteria("left-1", HistoryQuery.ALL), 1)
                .get(0);
        assertThat(job.summary().ownerUid()).isZero();
        assertThat(job.summary().endedAt()).isPresent();
    }

    @Test
    void forgetsNobodyWhoseJobHasNotEnded() {
        ended();
        data.jobs.add(TestJobs.job());

        assertThatThrownBy(() -> data.forget("alice", "left-1")).isInstanceOf(PersonalDataInUseException.class);
        assertThat(data.people()).isEqualTo(Set.of("alice"));
        assertThat(data.count("alice")).isEqualTo(2);
    }

    private void ended() {
        Job job = data.jobs.add(TestJobs.job());
        job.registered("42");
        job.observe(TestJobs.report(job, SchedulerState.COMPLETED), TestJobs.NOW);
        entityManager.flush();
    }
}
