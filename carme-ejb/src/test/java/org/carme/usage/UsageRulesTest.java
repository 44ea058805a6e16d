package org.carme.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.usage.TestUsageJobs.START;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.carme.usage.UsageClaim.ClaimedDevice;
import org.carme.usage.UsageClaim.ClaimedName;
import org.carme.usage.UsageClaim.ClaimedResources;
import org.carme.usage.UsageClaim.ClaimedSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageRulesTest {
    private static final Instant NOW = START.plusSeconds(3605);

    @Test
    void keepsOneSampleForEveryTenSeconds() {
        Collection<Sample> kept = kept(at(NOW.minusSeconds(4)), at(NOW.minusSeconds(2)), at(NOW.minusSeconds(13)));

        assertThat(kept).extracting(Sample::at).containsExactly(START.plusSeconds(3590), START.plusSeconds(3600));
    }

    @Test
    void takesASampleWithoutATimeForThePresent() {
        ClaimedSample old = new ClaimedSample(OptionalLong.empty(), number(1), OptionalDouble.empty(), List.of());

        assertThat(kept(old)).extracting(Sample::at).containsExactly(START.plusSeconds(3600));
    }

    @Test
    void keepsNothingFromTheFutureOrFromBeforeTheJob() {
        assertThat(kept(at(NOW.plusSeconds(60)), at(START.minusSeconds(120)), at(Instant.EPOCH)))
                .isEmpty();
        assertThat(kept(new ClaimedSample(OptionalLong.of(Long.MAX_VALUE), number(1), number(1), List.of())))
                .isEmpty();
    }

    @Test
    void correctsTheClockOfANode() {
        Duration wrong = Duration.ofDays(400);
        UsageClaim claim = claim(NOW.plus(wrong), at(NOW.plus(wrong).minusSeconds(5)));

        assertThat(new UsageRules(TestUsageJobs.job(), claim, NOW).samples(claim.samples()))
                .extracting(Sample::at)
                .containsExactly(START.plusSeconds(3600));
    }

    @Test
    void leavesALateSampleItsTime() {
        assertThat(kept(at(START.plusSeconds(60)))).extracting(Sample::at).containsExactly(START.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void dropsAbsurdValuesAndKeepsTheRest(double absurd) {
        ClaimedDevice device = new ClaimedDevice(OptionalLong.of(1), number(absurd), number(absurd), number(100));
        ClaimedSample sample =
                new ClaimedSample(OptionalLong.of(NOW.toEpochMilli()), number(absurd), number(1000), List.of(device));

        assertThat(kept(sample)).singleElement().satisfies(kept -> {
            assertThat(kept.cores()).isEmpty();
            assertThat(kept.memory()).contains(1000L);
            assertThat(kept.devices())
                    .containsExactly(new DeviceSample(1, Optional.empty(), Optional.empty(), Optional.of(100L)));
        });
    }

    @Test
    void keepsNoMoreDevicesThanTheJobHas() {
        List<ClaimedDevice> devices = IntStream.of(3, 1, 1, 0, -4, 9999)
                .mapToObj(index -> new ClaimedDevice(OptionalLong.of(index), number(index), number(1), number(2)))
                .toList();
        ClaimedSample sample = new ClaimedSample(
                OptionalLong.of(NOW.toEpochMilli()), OptionalDouble.empty(), OptionalDouble.empty(), devices);

        assertThat(kept(sample))
                .singleElement()
                .satisfies(kept -> assertThat(kept.devices())
                        .extracting(DeviceSample::index)
                        .containsExactly(0, 1));
    }

    @Test
    void doesNotBelieveInMoreMemoryThanThereIs() {
        ClaimedDevice device = new ClaimedDevice(OptionalLong.of(0), number(50), number(300), number(200));
        ClaimedSample sample =
                new ClaimedSample(OptionalLong.of(NOW.toEpochMilli()), number(1), number(1), List.of(device));

        assertThat(kept(sample))
                .singleElement()
                .satisfies(kept -> assertThat(kept.devices().get(0).memory()).isEmpty());
    }

    @Test
    void readsNoMoreThanAnHoursSamples() {
        List<ClaimedSample> many = Collections.nCopies(100_000, at(NOW.minusSeconds(3600)));
        UsageClaim claim = claim(NOW, many.toArray(ClaimedSample[]::new));

        assertThat(new UsageRules(TestUsageJobs.job(), claim, NOW).samples(claim.samples()))
                .hasSize(1);
        assertThat(kept(IntStream.range(0, 500)
                        .mapToObj(slot -> at(NOW.minusSeconds(10L * slot)))
                        .toArray(ClaimedSample[]::new)))
                .hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void keepsNamesOfDevicesFitForAPage() {
        NodeResources kept = new UsageRules(TestUsageJobs.job(), UsageClaim.NONE, NOW)
                .resources(new ClaimedResources(
                        number(0),
                        number(-5),
                        List.of(
                                new ClaimedName(OptionalLong.of(0), "NVIDIA\n\u001b[31mA100\u202e"),
                                new ClaimedName(OptionalLong.of(1), "x".repeat(5000)))));

        assertThat(kept.cpus()).isEmpty();
        assertThat(kept.memory()).isEmpty();
        assertThat(kept.deviceNames().get(0)).isEqualTo("NVIDIA [31mA100");
        assertThat(kept.deviceNames().get(1)).hasSize(50);
    }

    private static Collection<Sample> kept(ClaimedSample... samples) {
        UsageClaim claim = claim(NOW, samples);
        return new UsageRules(TestUsageJobs.job(), claim, NOW).samples(claim.samples());
    }

    private static UsageClaim claim(Instant sent, ClaimedSample... samples) {
        return new UsageClaim(OptionalLong.of(sent.toEpochMilli()), List.of(samples), Optional.empty());
    }

    private static ClaimedSample at(Instant time) {
        return new ClaimedSample(OptionalLong.of(time.toEpochMilli()), number(1), number(1), List.of());
    }

    private static OptionalDouble number(double value) {
        return OptionalDouble.of(value);
    }
}
