package org.carme.batch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.batch.BatchJobs;
import org.carme.batch.Starts;
import org.carme.cluster.ClusterStatus;
import org.carme.common.SettableClock;
import org.carme.health.HealthService;
import org.carme.health.Part;
import org.carme.jobs.JobSummary;
import org.carme.jobs.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileScheduleTest {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock();
    private final Instant begin = clock.instant();
    private final List<Long> begun = new ArrayList<>();
    private List<JobSummary> uncertain = List.of();
    private List<JobSummary> toCancel = List.of();
    private boolean areExtensions;
    private boolean isRunning;
    private Set<Part> silent = Set.of();
    private final ClusterStatus cluster = new ClusterStatus();
    private final ReconcileSchedule schedule = new ReconcileSchedule();

    @BeforeEach
    void open() {
        schedule.clock = clock;
        schedule.submissions = new Fixed();
        schedule.cluster = cluster;
        schedule.health = new HealthService() {
            @Override
            public Set<Part> silent() {
                return silent;
            }
        };
        schedule.batchJobs = new BatchJobs() {
            @Override
            public Optional<Long> startUnlessRunning(String name, Map<String, String> parameters) {
                assertThat(name).isEqualTo("reconcile-jobs");
                if (isRunning) {
                    return Optional.empty();
                }
                begun.add(Duration.between(begin, clock.instant()).toSeconds());
                return Optional.of(1L);
            }
        };
        schedule.begin();
    }

    @Test
    void beginsNothingWhileNothingNeedsCare() {
        look(10);
        assertThat(begun).isEmpty();
    }

    @Test
    void waitsTwiceAsLongEachTimeAndFiveMinutesAtMost() {
        toCancel = List.of(Starts.start(1));
        look(300);
        assertThat(begun).containsExactly(0L, 5L, 15L, 35L, 75L, 155L, 315L, 615L, 915L, 1215L);
    }

    @Test
    void doesSoForStartsAndExtensionsToo() {
        uncertain = List.of(Starts.start(1));
        look(6);
        uncertain = List.of();
        areExtensions = true;
        look(6);
        assertThat(begun).containsExactly(0L, 5L, 15L, 30L, 35L, 45L);
    }

    @Test
    void makesNothingNewWaitForWhatIsOld() {
        toCancel = List.of(Starts.start(1));
        look(20);
        begun.clear();

        toCancel = List.of(Starts.start(1), Starts.start(2));
        look(2);
        assertThat(begun).containsExactly(100L, 105L);
        uncertain = List.of(Starts.start(1));
        look(1);
        assertThat(begun).as("another cause, though the same job").containsExactly(100L, 105L, 110L);
    }

    @Test
    void forgetsWhatNeedsNoCareAnyMore() {
        toCancel = List.of(Starts.start(1));
        look(20);
        toCancel = List.of();
        look(1);
        begun.clear();

        toCancel = List.of(Starts.start(1));
        look(2);
        assertThat(begun).containsExactly(105L, 110L);
    }

    @Test
    void beginsAnewWhenTheAccountingIsBack() {
        silent = Set.of(Part.ACCOUNTING);
        uncertain = List.of(Starts.start(1));
        look(20);
        begun.clear();

        silent = Set.of();
        look(2);
        assertThat(begun).containsExactly(100L, 105L);
    }

    @Test
    void beginsAnewWhenTheSchedulerIsBack() {
        cluster.away(begin);
        toCancel = List.of(Starts.start(1));
        look(20);
        begun.clear();

        cluster.seen(List.of(), clock.instant());
        look(2);
        assertThat(begun).containsExactly(100L, 105L);
    }

    @Test
    void countsNoAttemptThatDidNotBegin() {
        toCancel = List.of(Starts.start(1));
        isRunning = true;
        look(20);
        isRunning = false;
        look(2);
        assertThat(begun).containsExactly(100L, 105L);
    }

    @Test
    void missesNoRoundWhenTheTimerIsALittleEarly() {
        toCancel = List.of(Starts.start(1));
        schedule.care();
        clock.forward(LOOK.minusMillis(20));
        schedule.care();
        assertThat(begun).hasSize(2);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            schedule.care();
            clock.forward(LOOK);
        }
    }

    private final class Fixed extends Submissions {
        @Override
        public List<JobSummary> uncertain() {
            return uncertain;
        }

        @Override
        public List<JobSummary> toCancel() {
            return toCancel;
        }

        @Override
        public boolean areExtensionsUncertain() {
            return areExtensions;
        }
    }
}
