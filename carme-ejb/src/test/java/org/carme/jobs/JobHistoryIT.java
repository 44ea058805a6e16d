package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.database.TestDatabase;
import org.carme.images.ImageReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobHistoryIT {
    private static final Instant BEGIN = TestJobs.NOW;

    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final JobHistory history = new JobHistory();

    @BeforeEach
    void open() {
        history.jobs = new HistoryRepository(entityManager);
        entityManager.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entityManager.getTransaction().rollback();
        entityManager.close();
        database.close();
    }

    @Test
    void givesEveryEndedJobOnceInParts() {
        for (int i = 0; i < 5; i++) {
            ended("job " + i, 1, 1, i / 2);
        }
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JobPage page = history.ended("alice", HistoryQuery.ALL, 2, cursor);
            page.jobs().forEach(job -> seen.add(job.name()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).containsExactly("job 4", "job 3", "job 2", "job 1", "job 0");
        assertThat(history.ended("bob", HistoryQuery.ALL, 2, Optional.empty()).jobs())
                .isEmpty();
    }

    @Test
    void findsByOutcomeTypeTextAndEnd() {
        ended("100% night", 1, 1, 1);
        ended("day", 1, 1, 3);

        assertThat(names(query(null, null, "NIGHT", null, null))).containsExactly("100% night");
        assertThat(names(query(null, null, "0% n", null, null))).containsExactly("100% night");
        assertThat(names(query(null, null, "%", null, null))).containsExactly("100% night");
        assertThat(names(query(JobOutcome.FAILED, null, null, null, null))).isEmpty();
        assertThat(names(query(JobOutcome.COMPLETED, "a100", null, null, null))).containsExactly("day", "100% night");
        assertThat(names(query(null, "cpu", null, null, null))).isEmpty();
        assertThat(names(query(null, null, null, end(1), end(3)))).containsExactly("100% night");
        assertThat(names(query(null, null, null, end(2), null))).containsExactly("day");
    }

    @Test
    void findsByImageAndByOneOfItsVersions() {
        ended("one", 1, 1, 1);

        assertThat(names(ofImage("base"))).containsExactly("one");
        assertThat(names(ofImage("base:1"))).containsExactly("one");
        assertThat(names(ofImage("base:2"))).isEmpty();
        assertThat(names(ofImage("other:1"))).isEmpty();
    }

    @Test
    void sumsWhatWasUsed() {
        ended("one", 1, 1, 2);
        ended("two", 2, 2, 3);
        Job never = TestJobs.job();
        entityManager.persist(never);
        never.refused("no such partition", BEGIN);
        entityManager.flush();

        assertThat(history.totals("alice", HistoryQuery.ALL)).singleElement().satisfies(total -> {
            assertThat(total.type()).contains("a100");
            assertThat(total.jobs()).isEqualTo(3);
            assertThat(total.hours()).isEqualTo(2 + 4 * 3, within(1e-9));
        });
        assertThat(history.totals("bob", HistoryQuery.ALL)).isEmpty();
    }

    @Test
    void refusesACursorThatItNeverGave() {
        assertThatThrownBy(() -> history.ended("alice", HistoryQuery.ALL, 2, Optional.of("1.2.x")))
                .isInstanceOf(InvalidRequestException.class);
    }

    private List<String> names(HistoryQuery query) {
        return history.ended("alice", query, 50, Optional.empty()).jobs().stream()
                .map(JobSummary::name)
                .toList();
    }

    private static HistoryQuery query(JobOutcome outcome, String type, String text, Instant from, Instant to) {
        return new HistoryQuery(
                Optional.ofNullable(outcome),
                Optional.ofNullable(type),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(text),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    private static HistoryQuery ofImage(String image) {
        return new HistoryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ImageReference.of(image)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant end(int hours) {
        return BEGIN.plusSeconds(3600L * hours);
    }

    private void ended(String name, int perNode, int nodes, int hours) {
        StartRequest wanted = TestJobs.wanting(perNode, nodes);
        StartRequest request = new StartRequest(
                wanted.template(),
                wanted.project(),
                wanted.acceleratorType(),
                perNode,
                nodes,
                wanted.image(),
                Optional.of(name),
                wanted.timeLimit(),
                wanted.data(),
                wanted.idempotencyKey());
        Job job =
                new Job(TestJobs.ALICE, JobKeys.random(), StartRules.check(request, TestJobs.template(4)), null, BEGIN);
        entityManager.persist(job);
        job.registered("42");
        job.observe(TestJobs.ran(job, BEGIN, end(hours)), BEGIN);
        entityManager.flush();
    }
}
