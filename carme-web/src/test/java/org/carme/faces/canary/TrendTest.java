package org.carme.faces.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.canary.CanaryResult;
import org.carme.canary.Stage;
import org.carme.faces.layout.Texts;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static SelfTestRow row(Map<Stage, Duration> times) {
        return new SelfTestRow(
                new CanaryResult(1, Instant.EPOCH, Optional.of(Instant.EPOCH), Optional.empty(), "", times),
                new Texts());
    }

    @Test
    void pilesTheStagesUpWithTheNewestOnTheRight() {
        Trend trend = Trend.of(List.of(
                row(Map.of(Stage.START, Duration.ofSeconds(1), Stage.SLURM, Duration.ofSeconds(3))),
                row(Map.of(Stage.START, Duration.ofSeconds(2)))));

        assertThat(trend.seconds()).isEqualTo(4);
        assertThat(trend.bars())
                .containsExactly(
                        new Trend.Bar("966.67", "75.00", "26.67", "25.00", "stage-start"),
                        new Trend.Bar("966.67", "0.00", "26.67", "75.00", "stage-slurm"),
                        new Trend.Bar("933.33", "50.00", "26.67", "50.00", "stage-start"));
    }

    @Test
    void drawsNothingWithoutTimes() {
        assertThat(Trend.of(List.of(row(Map.of()))).bars()).isEmpty();
        assertThat(Trend.of(List.of()).bars()).isEmpty();
    }
}
