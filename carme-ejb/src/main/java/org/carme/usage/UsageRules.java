package org.carme.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carme.jobs.JobSummary;
import org.carme.usage.UsageClaim.ClaimedDevice;
import org.carme.usage.UsageClaim.ClaimedResources;
import org.carme.usage.UsageClaim.ClaimedSample;

/**
 * What of an agent's claims is kept: nothing absurd, nothing from before the job or from the future, one sample for every
 * ten seconds, and no more devices than the job has. So nobody fills the database by more than his jobs' time.
 */
final class UsageRules {
    static final Duration STEP = Duration.ofSeconds(10);

    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(5);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final int MOST_SAMPLES = 400;
    private static final double MOST_CORES = 4096;
    private static final double MOST_MEMORY = 1L << 50;
    private static final double ALL = 100;
    private static final int MOST_DEVICES = 64;
    private static final int NAME_LENGTH = 50;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\p{L}\\p{N}\\p{P}\\p{S} ]+");

    private final JobSummary job;
    private final Instant now;
    private final Duration ahead;

    /** @param now when the claim has arrived */
    UsageRules(JobSummary job, UsageClaim claim, Instant now) {
        this.job = job;
        this.now = now;
        this.ahead = ahead(claim.sentAt(), now);
    }

    /** How much the node's clock is to be put forward; a little is left alone, for the way takes its time. */
    private static Duration ahead(OptionalLong sentAt, Instant now) {
        Duration difference =
                sentAt.isEmpty() ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(sentAt.getAsLong()), now);
        return difference.abs().compareTo(CLOCKS_AGREE) > 0 ? difference : Duration.ZERO;
    }

    /** @return in order of their times */
    Collection<Sample> samples(List<ClaimedSample> claimed) {
        Map<Instant, Sample> bySlot = new TreeMap<>();
        claimed.stream()
                .limit(MOST_SAMPLES)
                .forEach(sample ->
                        slot(sample.at()).map(at -> sample(at, sample)).ifPresent(kept -> bySlot.put(kept.at(), kept)));
        return bySlot.values();
    }

    private Optional<Instant> slot(OptionalLong at) {
        Instant said = at.isEmpty() ? now : Instant.ofEpochMilli(at.getAsLong()).plus(ahead);
        Instant begin = job.startedAt().orElse(job.submittedAt()).minus(TOLERANCE);
        return Optional.of(said)
                .filter(time -> !time.isBefore(begin) && !time.isAfter(now.plus(CLOCKS_AGREE)))
                .map(time -> time.minusMillis(Math.floorMod(time.toEpochMilli(), STEP.toMillis())));
    }

    private Sample sample(Instant at, ClaimedSample claimed) {
        Map<Integer, DeviceSample> devices = new TreeMap<>();
        claimed.devices().forEach(device -> device(device).ifPresent(kept -> devices.putIfAbsent(kept.index(), kept)));
        return new Sample(
                at,
                within(claimed.cpuCores(), MOST_CORES),
                within(claimed.memoryBytes(), MOST_MEMORY).map(Double::longValue),
                devices.values().stream().limit(job.acceleratorsPerNode()).toList());
    }

    private static Optional<DeviceSample> device(ClaimedDevice claimed) {
        Optional<Long> total = within(claimed.memoryTotalBytes(), MOST_MEMORY)
                .map(Double::longValue)
                .filter(all -> all > 0);
        Optional<Long> used = within(claimed.memoryBytes(), MOST_MEMORY)
                .map(Double::longValue)
                .filter(bytes -> total.isEmpty() || bytes <= total.get());
        return index(claimed.index())
                .map(index -> new DeviceSample(index, within(claimed.percent(), ALL), used, total));
    }

    private static Optional<Integer> index(OptionalLong claimed) {
        boolean possible = claimed.isPresent() && claimed.getAsLong() >= 0 && claimed.getAsLong() < MOST_DEVICES;
        return possible ? Optional.of((int) claimed.getAsLong()) : Optional.empty();
    }

    private static Optional<Double> within(OptionalDouble claimed, double most) {
        // of NaN, both are false
        return claimed.isPresent() && claimed.getAsDouble() >= 0 && claimed.getAsDouble() <= most
                ? Optional.of(claimed.getAsDouble())
                : Optional.empty();
    }

    NodeResources resources(ClaimedResources claimed) {
        Map<Integer, String> names = new HashMap<>();
        claimed.devices().stream()
                .limit(MOST_DEVICES)
                .forEach(device ->
                        index(device.index()).ifPresent(index -> names.putIfAbsent(index, printable(device.name()))));
        return new NodeResources(
                within(claimed.cpus(), MOST_CORES).map(Double::intValue).filter(count -> count > 0),
                within(claimed.memoryBytes(), MOST_MEMORY)
                        .map(Double::longValue)
                        .filter(bytes -> bytes > 0),
                names);
    }

    private static String printable(String name) {
        String line = UNPRINTABLE.matcher(name).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= NAME_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, NAME_LENGTH));
    }
}
