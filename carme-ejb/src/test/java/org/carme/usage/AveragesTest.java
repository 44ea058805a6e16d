package org.carme.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.usage.TestUsageJobs.START;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.carme.jobs.JobId;
import org.junit.jupiter.api.Test;

class AveragesTest {
    @Test
    void averagesLoadAndKeepsTheMostMemory() {
        List<Sample> curve = Averages.of(
                List.of(
                        sample(0, Optional.of(1.0), 5),
                        sample(10, Optional.of(3.0), 9),
                        sample(40, Optional.empty(), 7)),
                Duration.ofSeconds(30));

        assertThat(curve).containsExactly(sample(0, Optional.of(2.0), 9), sample(30, Optional.empty(), 7));
    }

    @Test
    void keepsDevicesApart() {
        DeviceSample idle = new DeviceSample(0, Optional.of(0.0), Optional.empty(), Optional.empty());
        DeviceSample busy = new DeviceSample(1, Optional.of(80.0), Optional.of(2L), Optional.of(4L));

        Sample average = Averages.of(List.of(devices(0, idle, busy), devices(10, idle)), Duration.ofMinutes(1))
                .get(0);

        assertThat(average.devices()).containsExactly(idle, busy);
    }

    @Test
    void makesStretchesAsWideAsSamplesAreApart() {
        Duration width = Duration.ofSeconds(30);

        assertThat(Averages.width(nodeSamples(0, 0, 10, 700), width)).isEqualTo(width);
        assertThat(Averages.width(nodeSamples(0, 0, 600, 1800), width)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Averages.width(nodeSamples(0), width)).isEqualTo(width);
        assertThat(Averages.width(nodeSamples(0, 0), width)).isEqualTo(width);
    }

    private static List<NodeSample> nodeSamples(long... seconds) {
        return LongStream.of(seconds)
                .mapToObj(second -> new NodeSample(new JobId(1), 0, sample(second, Optional.of(1.0), 1)))
                .toList();
    }

    private static Sample sample(long seconds, Optional<Double> cores, long memory) {
        return new Sample(START.plusSeconds(seconds), cores, Optional.of(memory), List.of());
    }

    private static Sample devices(long seconds, DeviceSample... devices) {
        return new Sample(START.plusSeconds(seconds), Optional.empty(), Optional.empty(), List.of(devices));
    }
}
