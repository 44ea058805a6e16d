package org.carme.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of what administrators are told, and how often. */
class AlertRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final ScheduledJob JOB = new ScheduledJob(
            "clean-up", Optional.of(ScheduleTest.schedule("0 3 * * *", ZoneOffset.UTC, "")), new TreeMap<>());

    private final List<Run> runs = new ArrayList<>();

    @Test
    void tellsOfAFailureOnceUntilARunSucceeds() {
        ran(RunOutcome.FAILED, 10, 1);
        ran(RunOutcome.FAILED, 20, 1);

        List<Alert> standing = standing(Optional.empty());

        assertThat(standing).containsExactly(Alert.of("clean-up", AlertKind.FAILED, 1));
        assertThat(AlertRules.isNews(standing.get(0), List.of())).isTrue();
        assertThat(AlertRules.isNews(standing.get(0), List.of(Alert.of("clean-up", AlertKind.FAILED, 2))))
                .as("they were told of the one before")
                .isFalse();
        assertThat(AlertRules.isNews(standing.get(0), List.of(Alert.of("other", AlertKind.FAILED, 1))))
                .isTrue();
    }

    @Test
    void doesNotTellOfAFailureThatIsOver() {
        ran(RunOutcome.COMPLETED, 10, 1);
        ran(RunOutcome.FAILED, 20, 1);

        assertThat(standing(Optional.empty())).isEmpty();
    }

    @Test
    void tellsThatOneHasNotBegunFifteenMinutesAfterItsTime() {
        ran(RunOutcome.COMPLETED, 24 * 60, 1);

        assertThat(standing(Optional.of(minutesAgo(15)))).isEmpty();
        assertThat(standing(Optional.of(minutesAgo(16))))
                .extracting(Alert::kind)
                .containsExactly(AlertKind.LATE);
    }

    @Test
    void tellsThatOneHasBegunLate() {
        ran(RunOutcome.COMPLETED, 5, 1);

        assertThat(standing(Optional.of(minutesAgo(60))))
                .extracting(Alert::kind)
                .containsExactly(AlertKind.LATE);
        assertThat(standing(Optional.of(minutesAgo(19)))).isEmpty();
    }

    @Test
    void knowsTheExecutionThatHasBegunLate() {
        ran(RunOutcome.COMPLETED, 24 * 60, 1);
        assertThat(standing(Optional.of(minutesAgo(60))))
                .extracting(Alert::execution)
                .containsExactly(Optional.empty());

        runs.add(0, new Run(9, RunOutcome.RUNNING, minutesAgo(5), Optional.empty()));
        assertThat(standing(Optional.of(minutesAgo(60))))
                .extracting(Alert::execution)
                .containsExactly(Optional.of(9L));
    }

    @Test
    void isNotLateWhileTheOneBeforeStillRuns() {
        runs.add(new Run(1, RunOutcome.RUNNING, minutesAgo(120), Optional.empty()));

        assertThat(standing(Optional.of(minutesAgo(60)))).isEmpty();
    }

    @Test
    void isNotLateForTheTimeThatTheOneBeforeTook() {
        ran(RunOutcome.COMPLETED, 100, 90);

        assertThat(standing(Optional.of(minutesAgo(60)))).isEmpty();
        runs.add(0, new Run(9, RunOutcome.RUNNING, minutesAgo(1), Optional.empty()));
        assertThat(standing(Optional.of(minutesAgo(60)))).isEmpty();
        runs.set(1, new Run(1, RunOutcome.COMPLETED, minutesAgo(100), Optional.of(minutesAgo(40))));
        assertThat(standing(Optional.of(minutesAgo(60))))
                .extracting(Alert::kind)
                .containsExactly(AlertKind.LATE);
    }

    @Test
    void tellsNothingOfAFailureThatWasGivenUp() {
        ran(RunOutcome.of("ABANDONED"), 10, 1);

        assertThat(standing(Optional.empty())).isEmpty();
    }

    @Test
    void tellsOfOneThatHangsOnceThatItFailedAndOnceThatTheNextIsLate() {
        runs.add(new Run(1, RunOutcome.FAILED, minutesAgo(120), Optional.empty()));

        List<Alert> standing = standing(Optional.of(minutesAgo(60)));

        assertThat(standing).extracting(Alert::kind).containsExactly(AlertKind.FAILED, AlertKind.LATE);
        assertThat(standing).noneMatch(alert -> AlertRules.isNews(alert, standing));
    }

    @Test
    void tellsThatOneTakesThreeTimesAsLongAsUsual() {
        runs.add(new Run(9, RunOutcome.RUNNING, minutesAgo(7), Optional.empty()));
        for (int day = 1; day <= 5; day++) {
            ran(RunOutcome.COMPLETED, day * 24 * 60, 2);
        }

        assertThat(standing(Optional.empty())).containsExactly(Alert.of("clean-up", AlertKind.SLOW, 9));
        runs.remove(5);
        assertThat(standing(Optional.empty())).as("four tell nothing").isEmpty();
    }

    @Test
    void tellsNothingOfSeconds() {
        runs.add(new Run(
                9,
                RunOutcome.COMPLETED,
                minutesAgo(1),
                Optional.of(minutesAgo(1).plusSeconds(50))));
        for (int day = 1; day <= 5; day++) {
            ran(RunOutcome.COMPLETED, day * 24 * 60, 0);
        }

        assertThat(standing(Optional.empty())).isEmpty();
    }

    @Test
    void tellsOfOneWithoutAScheduleOnlyThatItHasFailed() {
        ran(RunOutcome.FAILED, 1, 1);
        ScheduledJob onDemand = new ScheduledJob("submit-jobs", Optional.empty(), new TreeMap<>());

        assertThat(AlertRules.standing(onDemand, new RunHistory(runs), Optional.of(minutesAgo(60)), NOW))
                .extracting(Alert::kind)
                .containsExactly(AlertKind.FAILED);
    }

    private void ran(RunOutcome outcome, int minutesAgo, int minutes) {
        Instant begin = minutesAgo(minutesAgo);
        runs.add(new Run(runs.size() + 1L, outcome, begin, Optional.of(begin.plus(Duration.ofMinutes(minutes)))));
    }

    private List<Alert> standing(Optional<Instant> waitingSince) {
        return AlertRules.standing(JOB, new RunHistory(runs), waitingSince, NOW);
    }

    private static Instant minutesAgo(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
