package org.carme.rest.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carme.usage.DeviceSample;
import org.carme.usage.Efficiency;
import org.carme.usage.JobUsage;
import org.carme.usage.NodeUsage;
import org.carme.usage.Sample;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a job used by its own agents' word; what nobody measured is left out.
 *
 * @param next of the following part: ask again from then on
 */
public record JobUsageDto(long job, List<NodeDto> nodes, EfficiencyDto efficiency, Instant next) {
    /** One of the job's nodes. */
    public record NodeDto(String name, Integer cpus, Long memoryBytes, List<DeviceDto> gpus, List<SampleDto> samples) {
        static NodeDto of(NodeUsage node) {
            Map<Integer, String> names = node.resources().deviceNames();
            return new NodeDto(
                    node.name(),
                    node.resources().cpus().orElse(null),
                    node.resources().memory().orElse(null),
                    names.keySet().stream()
                            .sorted()
                            .map(index -> new DeviceDto(index, names.get(index)))
                            .toList(),
                    node.samples().stream().map(SampleDto::of).toList());
        }
    }

    /** A GPU of the job's. */
    public record DeviceDto(int index, String name) {}

    /** What was used at one time. */
    public record SampleDto(
            Instant at,

            @Schema(description = "Busy on average in the ten seconds before")
            Double cpuCores,

            Long memoryBytes,
            List<DeviceSampleDto> gpus) {
        static SampleDto of(Sample sample) {
            return new SampleDto(
                    sample.at(),
                    sample.cores().orElse(null),
                    sample.memory().orElse(null),
                    sample.devices().stream().map(DeviceSampleDto::of).toList());
        }
    }

    /** What a GPU did at that time. */
    public record DeviceSampleDto(int index, Double utilizationPercent, Long memoryBytes, Long memoryTotalBytes) {
        static DeviceSampleDto of(DeviceSample device) {
            return new DeviceSampleDto(
                    device.index(),
                    device.percent().orElse(null),
                    device.memory().orElse(null),
                    device.memoryTotal().orElse(null));
        }
    }

    /** How much of what it had the job has used so far. */
    public record EfficiencyDto(
            @Schema(description = "Of the GPUs, on average") Double gpuPercent,

            @Schema(description = "Of the fullest GPU's memory, at most")
            Double gpuMemoryPercent,

            @Schema(description = "Of the CPUs, on average") Double cpuPercent,

            @Schema(description = "Of the fullest node's memory, at most")
            Double memoryPercent) {
        static EfficiencyDto of(Efficiency efficiency) {
            return new EfficiencyDto(
                    efficiency.accelerators().orElse(null),
                    efficiency.acceleratorMemory().orElse(null),
                    efficiency.cpus().orElse(null),
                    efficiency.memory().orElse(null));
        }
    }

    static JobUsageDto of(JobUsage usage) {
        return new JobUsageDto(
                usage.job().id().value(),
                usage.nodes().stream().map(NodeDto::of).toList(),
                EfficiencyDto.of(usage.efficiency()),
                usage.next().orElse(null));
    }
}
