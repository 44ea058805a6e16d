package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.common.InvalidRequestException;
import org.carme.database.TestDatabase;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents say of a job, and what its owner hears of it. */
class JobRegistryIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final JobRegistry registry = new JobRegistry();
    private final List<String> told = new ArrayList<>();
    private JobId id;

    @BeforeEach
    void start() {
        registry.jobs = new JobRepository(entityManager);
        registry.news = new RecordedNews();
        registry.clock = Clock.fixed(TestJobs.NOW, ZoneOffset.UTC);
        entityManager.getTransaction().begin();
        Job job = registry.jobs.add(TestJobs.job());
        job.registered("42");
        job.observe(TestJobs.report(job, SchedulerState.RUNNING), TestJobs.NOW);
        id = job.summary().id();
        entityManager.flush();
    }

    @AfterEach
    void close() {
        entityManager.getTransaction().rollback();
        entityManager.close();
        database.close();
    }

    @Test
    void observesSeveralJobsEachByItsTag() {
        Job other = registry.jobs.add(TestJobs.job());
        other.registered("43");
        entityManager.flush();
        Job first = registry.jobs.find(id).orElseThrow();

        registry.observe(Map.of(
                id,
                TestJobs.report(first, SchedulerState.TIMED_OUT),
                other.id(),
                TestJobs.sent("43", "alice", "carme:of another one")));

        assertThat(registry.find(id).orElseThrow().outcome()).contains(JobOutcome.TIMED_OUT);
        assertThat(registry.find(other.id()).orElseThrow().outcome()).contains(JobOutcome.LOST);
        assertThat(told).filteredOn("changed ENDED"::equals).hasSize(2);
    }

    @Test
    void tellsOnceThatEveryServiceHasFailed() {
        registry.servicesFailed(id, "Jupyter: exited with 1");
        registry.servicesFailed(id, "Jupyter: exited with 1");

        assertThat(state()).isEqualTo(JobState.RUNNING);
        assertThat(told).containsExactly("ERROR services-failed Jupyter: exited with 1", "changed RUNNING");
    }

    @Test
    void tellsOnceThatAJobEndsSoon() {
        EndWarnings warnings = new EndWarnings();
        warnings.jobs = registry.jobs;
        warnings.news = registry.news;
        warnings.clock = Clock.fixed(TestJobs.NOW.plusSeconds(91 * 60), ZoneOffset.UTC);

        assertThat(warnings.due()).containsExactly(id);
        warnings.warn(id);
        warnings.warn(id);

        assertThat(warnings.due()).isEmpty();
        assertThat(told).containsExactly("WARNING job-ends-soon.30 ", "changed STARTING");
    }

    @Test
    void tellsWhatTheJobSaysUntilThatIsTooOften() {
        JobNotes notes = new JobNotes();
        notes.jobs = registry.jobs;
        notes.news = registry.news;
        notes.messages = new MessageService() {
            @Override
            public long toldSince(String user, String key, long job, Instant time) {
                assertThat(List.of(user, key, time))
                        .isEqualTo(List.of("alice", "job-says", TestJobs.NOW.minus(Duration.ofHours(1))));
                return told.size() + 18L;
            }
        };
        notes.clock = registry.clock;

        notes.tell(id, " loss\n\u001b[31m<b>0.1</b>");
        notes.tell(id, "x".repeat(500));

        assertThat(told).containsExactly("INFO job-says loss [31m<b>0.1</b>", "INFO job-says " + "x".repeat(500));
        assertThatExceptionOfType(TooManyNotesException.class).isThrownBy(() -> notes.tell(id, "more"));
        for (String text : List.of("", "\n", "x".repeat(501))) {
            assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> notes.tell(id, text));
        }
    }

    @Test
    void tellsNothingOfAJobThatIsBeingStopped() {
        registry.jobs.find(id).orElseThrow().requestCancel(TestJobs.NOW);
        entityManager.flush();

        registry.servicesFailed(id, "Jupyter: exited with 1");

        assertThat(state()).isEqualTo(JobState.ENDING);
        assertThat(told).isEmpty();
    }

    @Test
    void findsJobsByTheirTagsHoweverManyAndEndedOrNot() {
        Job ended = registry.jobs.add(TestJobs.job());
        ended.requestCancel(TestJobs.NOW);
        entityManager.flush();
        List<String> tags =
                new ArrayList<>(List.of(registry.find(id).orElseThrow().tag()));
        IntStream.range(0, 1200).forEach(i -> tags.add("carme:of nobody " + i));
        tags.add(ended.summary().tag());

        assertThat(registry.byTags(tags)).extracting(JobSummary::id).containsExactly(id, ended.id());
        assertThat(registry.byTags(tags)).extracting(JobSummary::state).contains(JobState.ENDED);
        assertThat(registry.byTags(List.of())).isEmpty();
    }

    @Test
    void knowsItsJobsAmongTheSchedulers() {
        SchedulerJob ours = TestJobs.report(registry.jobs.find(id).orElseThrow(), SchedulerState.RUNNING);

        assertThat(registry.sentElsewhere(List.of(ours))).isEmpty();
        List<SchedulerJob> others = List.of(
                TestJobs.sent("43", "alice", ours.tag()),
                TestJobs.sent("42", "bob", ours.tag()),
                TestJobs.sent("42", "alice", "carme:of nobody"),
                TestJobs.sent("44", "alice", ""));
        assertThat(registry.sentElsewhere(others)).isEqualTo(others);
    }

    @Test
    void knowsAJobWithoutItsTagByWhenItWasSentUntilItIsLost() {
        Job job = registry.jobs.find(id).orElseThrow();
        job.sending(TestJobs.NOW);
        entityManager.flush();
        List<SchedulerJob> untagged = List.of(TestJobs.sent("42", "alice", ""));
        assertThat(registry.sentElsewhere(untagged)).isEmpty();

        job.lost(TestJobs.NOW);
        entityManager.flush();

        assertThat(registry.sentElsewhere(untagged)).isEqualTo(untagged);
    }

    private JobState state() {
        return registry.find(id).orElseThrow().state();
    }

    private final class RecordedNews extends JobNews {
        @Override
        void changed(List<Job> jobs) {
            jobs.forEach(job -> told.add("changed " + job.state()));
        }

        @Override
        void tell(Job job, Kind kind, String key, String detail) {
            told.add(kind + " " + key + " " + detail);
        }
    }
}
