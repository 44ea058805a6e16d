package org.carme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalRunsTest {
    private static final int MINUTE = 20;

    private final LocalRuns runs = new LocalRuns();

    @Test
    void losesWhatIsBetweenTwoStepsForAMinute() {
        runs.begun(1);
        assertThat(lostAfter(MINUTE)).isFalse();
        assertThat(runs.isLost(1)).isTrue();
    }

    @Test
    void waitsForAStepAsLongAsThatTakes() {
        runs.stepBegun(1);
        runs.begun(1);
        assertThat(lostAfter(10 * MINUTE)).isFalse();
        runs.stepEnded(1);
        assertThat(lostAfter(MINUTE)).isFalse();
        runs.stepBegun(1);
        assertThat(lostAfter(10 * MINUTE)).isFalse();
    }

    @Test
    void knowsNothingOfWhatHasEnded() {
        runs.begun(1);
        runs.ended(1);
        runs.stepEnded(1);
        assertThat(runs.all()).isEmpty();
        assertThat(lostAfter(2 * MINUTE)).isFalse();
    }

    private boolean lostAfter(int looks) {
        return IntStream.range(0, looks)
                .filter(look -> runs.isLost(1))
                .findAny()
                .isPresent();
    }
}
