package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobSummary;
import org.carme.usage.DeviceSample;
import org.carme.usage.JobUsage;
import org.carme.usage.NodeUsage;
import org.carme.usage.Sample;

/** What a job uses, as curves on its page. */
@Named
@RequestScoped
public class JobUsageView {
    private static final double GIBIBYTE = 1L << 30;

    @Inject
    JobView jobView;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    private List<NodeCurves> nodes;

    /** @return those of which anything is known */
    public List<NodeCurves> getNodes() {
        if (nodes == null) {
            JobUsage usage = jobView.usage();
            Curve.Time time = new Curve.Time(begin(usage.job()), end(usage.job()), usage.step());
            nodes = usage.nodes().stream()
                    .filter(node -> !node.samples().isEmpty())
                    .map(node -> new NodeCurves(node.name(), devices(node), curves(node, time)))
                    .toList();
        }
        return nodes;
    }

    /** @return after how many seconds there is more to see */
    public long getStep() {
        return jobView.usage().step().toSeconds();
    }

    public long getFrom() {
        return begin(jobView.usage().job()).toEpochMilli();
    }

    public long getTo() {
        return end(jobView.usage().job()).toEpochMilli();
    }

    private static Instant begin(JobSummary job) {
        return job.startedAt().orElse(job.submittedAt());
    }

    private Instant end(JobSummary job) {
        return job.endedAt().orElseGet(clock::instant);
    }

    /** @return whether a GPU says of itself that it is none */
    public boolean isPretend() {
        return jobView.usage().nodes().stream()
                .flatMap(node -> node.resources().deviceNames().values().stream())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("pretend"));
    }

    private static String devices(NodeUsage node) {
        Map<String, Long> counts = node.resources().deviceNames().values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(name -> name.getValue() + " × " + name.getKey())
                .collect(Collectors.joining(", "));
    }

    private List<Curve> curves(NodeUsage node, Curve.Time time) {
        List<Curve> curves = new ArrayList<>();
        List<Integer> devices = node.samples().stream()
                .flatMap(sample -> sample.devices().stream())
                .map(DeviceSample::index)
                .distinct()
                .sorted()
                .toList();
        for (int index : devices) {
            curves.add(load(index, node, time));
            curves.add(memory(index, node, time));
        }
        curves.add(new Curve(
                texts.text("curve.cpu"),
                this::cores,
                points(node, Sample::cores),
                node.resources().cpus().map(Integer::doubleValue),
                time));
        curves.add(new Curve(
                texts.text("curve.memory"),
                this::gibibytes,
                points(node, sample -> sample.memory().map(Long::doubleValue)),
                node.resources().memory().map(Long::doubleValue),
                time));
        return curves;
    }

    private Curve load(int index, NodeUsage node, Curve.Time time) {
        return new Curve(
                texts.text("curve.gpu.load", index),
                this::percent,
                points(node, sample -> device(sample, index).flatMap(DeviceSample::percent)),
                Optional.of(100.0),
                time);
    }

    private Curve memory(int index, NodeUsage node, Curve.Time time) {
        Optional<Double> all = node.samples().stream()
                .flatMap(sample -> device(sample, index).flatMap(DeviceSample::memoryTotal).stream())
                .map(Long::doubleValue)
                .max(Double::compare);
        return new Curve(
                texts.text("curve.gpu.memory", index),
                this::gibibytes,
                points(
                        node,
                        sample -> device(sample, index)
                                .flatMap(DeviceSample::memory)
                                .map(Long::doubleValue)),
                all,
                time);
    }

    private static Optional<DeviceSample> device(Sample sample, int index) {
        return sample.devices().stream()
                .filter(device -> device.index() == index)
                .findFirst();
    }

    private static List<Curve.Point> points(NodeUsage node, Function<Sample, Optional<Double>> what) {
        return node.samples().stream()
                .map(sample -> new Curve.Point(sample.at(), what.apply(sample)))
                .toList();
    }

    private String percent(double value) {
        return texts.text("curve.percent", value);
    }

    private String cores(double value) {
        return texts.text("curve.cores", value);
    }

    private String gibibytes(double value) {
        return texts.text("curve.gibibytes", value / GIBIBYTE);
    }
}
