package org.carme.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of jobs sent past Carme when somebody has left. */
class OutsideDataIT {
    private static final Instant THEN = Instant.parse("2026-01-05T10:00:00Z");

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void forgetsWhoseEndedJobsWere() {
        OutsideRun ended = TestOutside.running(TestOutside.waiting("41", "bob", 2, THEN), THEN);
        TestOutside.observe(database, TestOutside.ended(ended, THEN.plusSeconds(60)));
        TestOutside.observe(database, TestOutside.waiting("42", "bob", 1, THEN));
        assertThat(jobs("bob")).extracting(row -> row.getString("slurmJobId")).containsExactly("41", "42");
        assertThat(this.<Long>ask(data -> data.count("bob"))).isEqualTo(1);

        ask(data -> {
            data.forget("bob", "left-1");
            return true;
        });

        assertThat(jobs("left-1")).singleElement().satisfies(row -> {
            assertThat(row.getInt("accelerators")).isEqualTo(2);
            assertThat(row.getString("endedAt")).isEqualTo("2026-01-05T10:01:00Z");
        });
        assertThat(jobs("bob")).as("what has not ended").hasSize(1);
    }

    private List<JsonObject> jobs(String user) {
        return ask(data -> data.part(user, Optional.empty()).rows());
    }

    private <T> T ask(Function<OutsideData, T> question) {
        try (EntityManager own = database.open()) {
            OutsideData data = new OutsideData();
            data.jobs = new OutsideJobRepository(own);
            return TestDatabase.inTransaction(own, () -> question.apply(data));
        }
    }
}
